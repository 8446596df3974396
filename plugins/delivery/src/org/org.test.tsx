import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const grid = (name: string | RegExp = 'Services by environment') =>
  screen.findByRole('grid', { name });
const asked = (what = 'overview') =>
  world.portal.requests
    .filter(each => each.startsWith(`GET /v1/${what}?`))
    .map(decodeURIComponent);

/** The text of each row's cells, top down. */
async function rows(name?: string | RegExp): Promise<string[][]> {
  return within(await grid(name))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('gridcell')
        .map(cell => (cell.textContent ?? '').replace(/\u00a0/g, ' ')),
    );
}

describe('the organisation page', () => {
  it.each(['light', 'dark'])(
    'says first what goes wrong, then lists what runs, in one request; %s',
    async mode => {
      document.body.setAttribute('data-theme-mode', mode);
      const { container } = renderScreen({});
      expect(
        await screen.findByRole('heading', {
          name: '1 of 3 services runs a version that counts as failed; 1 is going out now.',
        }),
      ).toBeVisible();
      const [payments, checkout, staging] = await rows();
      expect(payments).toEqual([
        'payments',
        'production',
        'v2.3.4',
        '22 min ago',
        'ana',
        'Failingv2.3.4 does harm.',
        '12',
        '1',
        'team-payments',
        '22 min ago',
      ]);
      expect(checkout[5]).toBe('Under wayv5.1.0 is going out');
      expect(checkout[9]).toBe('8 min ago');
      expect(staging.slice(1, 6)).toEqual([
        'staging',
        'v2.3.5',
        '5 min ago',
        'pipeline release',
        'Runs',
      ]);
      expect(asked()).toEqual(['GET /v1/overview?limit=100']);
      expect(screen.getByText('deployed today (UTC)')).toBeVisible();
      await expectAccessible(container);
    },
  );

  it('tells a rollback that is under way, and one that was made, by a word', async () => {
    const [first, second] = world.overview;
    world.overview = [
      { ...first, rollback: { id: 'RB-0007', state: 'waiting-approval' } },
      {
        ...second,
        running: undefined,
        current: second.current && {
          ...second.current,
          kind: 'rollback',
          version: 'v5.0.8',
        },
      },
    ];
    renderScreen({});
    const [waiting, made] = await rows();
    expect(waiting[5]).toBe('Waits for approvalRB-0007');
    expect(made[5]).toBe('Rolled backto v5.0.8');
    expect(screen.getByRole('link', { name: 'RB-0007' })).toHaveAttribute(
      'href',
      '/delivery/rollbacks/RB-0007',
    );
  });

  it('is restored by its URL, filters and columns included', async () => {
    renderScreen({
      path: '/delivery?owner=group:default/team-payments&environment=production&state=failing&q=pay&columns=service,state',
    });
    expect(await rows()).toEqual([['payments', 'Failingv2.3.4 does harm.']]);
    expect(asked()[0]).toBe(
      'GET /v1/overview?limit=100&q=pay&owner=group:default/team-payments&environment=production&state=failing',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(asked().at(-1)).toBe('GET /v1/overview?limit=100');
  });

  it('asks once for what is typed, and says when nothing matches', async () => {
    renderScreen({});
    await grid();
    const before = asked().length;
    const search = screen.getByRole('searchbox', { name: 'Search' });
    // In one go, since a busy machine pauses between the keys.
    for (const value of ['z', 'zz', 'zzz'])
      fireEvent.change(search, { target: { value } });
    expect(
      await screen.findByText('Nothing matches these filters.'),
    ).toBeVisible();
    expect(asked().length - before).toBeLessThanOrEqual(2);
  });

  it('reads on as one goes down by keyboard, keeps the focus on End, and opens a row', async () => {
    const [row] = world.overview;
    world.overview = Array.from({ length: 250 }, (_, i) => ({
      ...row,
      entityRef: `component:default/s${i}`,
    }));
    renderScreen({});
    const drawn = within(await grid()).getAllByRole('row');
    expect(drawn.length).toBeLessThan(60);
    drawn[1].focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(asked().at(-1)).toContain('cursor=100'));
    expect(document.activeElement).toHaveAttribute('role', 'row');
    expect(document.activeElement).toHaveTextContent('s99');
    expect(await grid()).toHaveAttribute('aria-rowcount', '251');
  });

  it('says that a further page failed instead of asking for ever, and reads on when told', async () => {
    const [row] = world.overview;
    world.overview = Array.from({ length: 150 }, (_, i) => ({
      ...row,
      entityRef: `component:default/s${i}`,
    }));
    world.portal.failures = [
      {
        match: 'cursor=100',
        status: 500,
        name: 'Error',
        message: 'the disk is full',
      },
    ];
    renderScreen({});
    within(await grid())
      .getAllByRole('row')[1]
      .focus();
    await userEvent.keyboard('{End}');
    expect(
      await screen.findByText(
        'The next rows could not be read: the disk is full',
      ),
    ).toBeVisible();
    expect(asked().filter(each => each.includes('cursor'))).toHaveLength(1);
    world.portal.failures = [];
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () =>
      expect(await grid()).toHaveAttribute('aria-rowcount', '151'),
    );
    await waitFor(() =>
      expect(screen.queryByText(/next rows/)).not.toBeInTheDocument(),
    );
  });

  it('gives the step to paste when nothing was ever deployed', async () => {
    world.overview = [];
    const { container } = renderScreen({});
    expect(
      await screen.findByText('No deployment is known yet.'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Step of a pipeline' }),
    ).toHaveTextContent('/v1/changes/ci');
    expect(
      screen.getByRole('link', { name: 'See what is connected' }),
    ).toHaveAttribute('href', '/delivery/sources');
    await expectAccessible(container);
  });

  it('says who may, and why it cannot be read', async () => {
    const failure = { match: '/v1/overview', name: 'X', message: 'no disk' };
    world.portal.failures = [{ ...failure, status: 403 }];
    const { unmount } = renderScreen({});
    expect(await screen.findByText(/delivery\.change\.read/)).toBeVisible();
    unmount();
    world.portal.failures = [{ ...failure, status: 500 }];
    renderScreen({});
    expect(await screen.findByText('no disk')).toBeVisible();
    world.portal.failures = [];
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(3);
  });

  it('speaks Spanish', async () => {
    const { container } = renderScreen({ language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: '1 de 3 servicios ejecuta una versión que cuenta como fallida; 1 está saliendo ahora.',
      }),
    ).toBeVisible();
    const [payments] = await rows('Servicios por entorno');
    expect(payments[5]).toMatch(/^Falla/);
    await expectAccessible(container);
  });
});

describe('the rollbacks', () => {
  const path = '/delivery/rollbacks';
  const table = 'Rollbacks, the latest first';

  it('are listed with what became of them, and lead to their pages', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: '1 rollback is under way.',
      }),
    ).toBeVisible();
    const [row] = await rows(table);
    expect(row).toEqual([
      'RB-0007',
      'payments',
      'production',
      'v2.3.4 → v2.3.3',
      'Verifying',
      expect.stringContaining('v2.3.3 runs again'),
      'ben',
      '2 min ago',
      '5xx since v2.3.4',
    ]);
    expect(
      within(await grid(table)).getByRole('link', { name: 'RB-0007' }),
    ).toHaveAttribute('href', '/delivery/rollbacks/RB-0007');
    await expectAccessible(container);
  });

  it('are filtered by state in the URL', async () => {
    renderScreen({ path: `${path}?state=failed,unknown` });
    expect(
      await screen.findByText('No rollback matches these filters.'),
    ).toBeVisible();
    expect(asked('rollbacks')[0]).toContain('state=failed&state=unknown');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await rows(table)).toHaveLength(1);
  });

  it('say how to plan the first one', async () => {
    world.rollbacks = [];
    renderScreen({ path });
    expect(
      await screen.findByText('Nobody has asked for a rollback yet.'),
    ).toBeVisible();
    expect(screen.getByText(/Delivery tab of an entity/)).toBeVisible();
  });
});
