import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { testWorld, type World } from '../__testUtils__';
import { ago } from '../__testUtils__/deployments';
import { renderScreen } from '../__testUtils__/renderScreen';
import { freezeRequestOf, newFreeze } from './freezeForm';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
  world.freezes = [
    ...world.freezes,
    {
      id: 'config-0@1',
      title: 'Weekend',
      from: ago(world.now, -3000),
      until: ago(world.now, -6000),
      environments: [],
      entityRefs: [],
      owners: [],
      source: 'config',
    },
  ];
  window.localStorage.clear();
});

const path = '/delivery/freezes';
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const dialog = async () => within(await screen.findByRole('dialog'));

describe('the freezes', () => {
  it('say whether something is held back now and what comes next, with who planned it', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: /^1 freeze is in force, until .*\. The next one, “Weekend”, begins .*\.$/,
      }),
    ).toBeVisible();
    const [sale, weekend] = screen.getAllByRole('row').slice(1);
    expect(sale).toHaveTextContent(/Black FridaySales.*In force/);
    expect(sale).toHaveTextContent(/team-payments in production.*ben/);
    expect(weekend).toHaveTextContent(
      /Ahead.*everything in every environment.*the configuration/,
    );
    // What the configuration plans is ended there.
    expect(within(weekend).queryByRole('button')).toBeNull();
    await expectAccessible(container);
  });

  it('are planned in a dialog that says what it will do, to what, and until when', async () => {
    renderScreen({ path });
    await press('Plan a freeze…');
    const ask = await dialog();
    await expectAccessible(await screen.findByRole('dialog'));
    const confirm = ask.getByRole('button', { name: 'Plan it' });
    expect(confirm).toBeDisabled();
    await userEvent.type(ask.getByRole('textbox', { name: /Title/ }), 'Sale');
    const from = DateTime.now().plus({ days: 2 }).startOf('hour');
    const until = from.plus({ hours: 6 });
    const put = (label: string, at: DateTime) =>
      fireEvent.change(ask.getByLabelText(label), {
        target: { value: at.toFormat("yyyy-MM-dd'T'HH:mm") },
      });
    put('Until', from.minus({ days: 1 }));
    put('From', from);
    expect(
      ask.getByText('It has to end after it begins, and in the future.'),
    ).toBeVisible();
    put('Until', until);
    await userEvent.type(
      ask.getByRole('textbox', { name: /Environments/ }),
      'production, staging',
    );
    await userEvent.click(ask.getByRole('button', { name: /Owners/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'team-payments' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      ask.getByText(
        /\(6.h\) the gate says no to what belongs to team-payments in production and staging\. Rollbacks stay allowed\./,
      ),
    ).toBeVisible();
    await userEvent.type(
      ask.getByRole('textbox', { name: /Reason/ }),
      'Many orders',
    );
    await userEvent.click(confirm);
    expect(await screen.findByText('Sale')).toBeVisible();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/freezes',
        body: {
          title: 'Sale',
          reason: 'Many orders',
          from: from.toJSDate().toISOString(),
          until: until.toJSDate().toISOString(),
          environments: ['production', 'staging'],
          owners: ['group:default/team-payments'],
          entityRefs: [],
        },
      },
    ]);
  });

  it('are ended once that is confirmed, and say why when it fails', async () => {
    world.portal.failures = [
      {
        match: '/v1/freezes/',
        method: 'DELETE',
        status: 409,
        name: 'ConflictError',
        message: 'somebody was faster',
      },
    ];
    renderScreen({ path });
    await press('End “Black Friday”');
    const ask = await dialog();
    expect(ask.getByText(/It is over at once/)).toBeVisible();
    await userEvent.click(ask.getByRole('button', { name: 'End it' }));
    expect(await ask.findByText('somebody was faster')).toBeVisible();
    world.portal.failures = [];
    await userEvent.click(ask.getByRole('button', { name: 'End it' }));
    await waitFor(() =>
      expect(screen.queryByText('Black Friday')).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('heading', { name: /^No freeze is in force\./ }),
    ).toBeVisible();
  });

  it('say what to do while there are none, and who may see them', async () => {
    world.freezes = [];
    const { container, unmount } = renderScreen({ path });
    expect(await screen.findByText('No freeze is planned.')).toBeVisible();
    await expectAccessible(container);
    unmount();
    world.portal.failures = [
      { match: '/v1/freezes', status: 403, name: 'X', message: 'no' },
    ];
    renderScreen({ path });
    expect(await screen.findByText(/delivery\.change\.read/)).toBeVisible();
  });

  it('speak Spanish', async () => {
    const { container } = renderScreen({ path, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: /^1 congelación está en vigor, hasta .*\. La próxima, «Weekend», empieza .*\.$/,
      }),
    ).toBeVisible();
    await expectAccessible(container);
  });
});

describe('what is asked of the backend', () => {
  const form = { ...newFreeze(), title: 'Sale' };
  it.each([
    ['a title', { title: ' ' }],
    ['a beginning', { from: '' }],
    ['an end that is no time', { until: 'soon' }],
    ['an end after the beginning', { until: form.from }],
    ['an end ahead', { from: '2020-01-01T00:00', until: '2020-01-02T00:00' }],
  ])('needs %s', (_, change) => {
    expect(freezeRequestOf(form)).toBeDefined();
    expect(freezeRequestOf({ ...form, ...change })).toBeUndefined();
  });

  it('has each environment once', () => {
    const environments = ' a, b ,, a ';
    expect(freezeRequestOf({ ...form, environments })?.environments).toEqual([
      'a',
      'b',
    ]);
  });
});
