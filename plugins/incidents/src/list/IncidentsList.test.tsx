import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { incident, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) =>
  userEvent.click(await button(name));
const dialog = async () => within(await screen.findByRole('dialog'));
const grid = () => screen.findByRole('grid', { name: 'Incidents' });
const asked = () =>
  world.portal.requests.filter(each => each.startsWith('GET /v1/incidents?'));

/** Ids of the rows, top down. */
async function ids(): Promise<string[]> {
  return within(await grid())
    .getAllByRole('row')
    .slice(1)
    .map(row => /INC-\d+/.exec(row.textContent ?? '')?.[0] ?? '');
}

describe('the list of incidents', () => {
  it('says how many are open and which is worst, then lists the open ones, worst first', async () => {
    const { container } = renderScreen({});
    expect(
      await screen.findByRole('heading', {
        name: /2 open incidents; the worst is INC-0042 SEV2 payments: 5xx above 5 % since v2.3.4, open for 14.min\./,
      }),
    ).toBeVisible();
    expect(await ids()).toEqual(['INC-0042', 'INC-0041']);
    expect(asked()[0]).toContain(
      'status=investigating&status=identified&status=monitoring&orderBy=severity',
    );
    await expectAccessible(container);
  });

  it('speaks Spanish', async () => {
    const { container } = renderScreen({ language: 'es' });
    expect(
      await screen.findByText(/2 incidentes abiertos; el peor es/),
    ).toBeVisible();
    await screen.findByRole('grid', { name: 'Incidentes' });
    await expectAccessible(container);
  });

  it('is one sentence when nothing is open', async () => {
    world.incidents = [];
    renderScreen({});
    expect(await screen.findAllByText('No incident is open.')).toHaveLength(2);
    expect(screen.getByText(/Incidents open by rule/)).toBeVisible();
  });

  it('is restored by its URL, filters included', async () => {
    renderScreen({
      path: '/incidents?status=resolved&severity=SEV2&owner=group:default/team-payments&q=payments&since=90d&sort=startedAt',
    });
    expect(await ids()).toEqual(['INC-0019']);
    const [first] = asked().map(decodeURIComponent);
    expect(first).toContain('status=resolved');
    expect(first).toContain('severity=SEV2');
    expect(first).toContain('owner=group:default/team-payments');
    expect(first).toContain('q=payments');
    expect(first).toMatch(/from=\d{4}-\d\d-\d\dT\d\d:\d\d:00.000Z/);
    await press('Clear filters');
    await waitFor(async () =>
      expect(await ids()).toEqual(['INC-0042', 'INC-0041']),
    );
  });

  it('filters by owner out of the catalog and by text, with one request a pause', async () => {
    renderScreen({});
    await grid();
    await press(/Owner/);
    await userEvent.click(
      await screen.findByRole('option', { name: 'team-payments' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await ids()).toEqual(['INC-0042']));
    const before = asked().length;
    const search = screen.getByRole('searchbox', { name: 'Search' });
    // In one go, since a busy machine pauses between the keys.
    for (const value of ['z', 'zz', 'zzz'])
      fireEvent.change(search, { target: { value } });
    expect(
      await screen.findByText('No incident matches these filters.'),
    ).toBeVisible();
    expect(asked().length - before).toBeLessThanOrEqual(2);
  });

  it('is walked by keyboard, and Enter opens a row', async () => {
    world.incidents = Array.from({ length: 250 }, (_, i) =>
      incident(world.now, {
        id: `INC-${String(i + 1).padStart(4, '0')}`,
        title: `storm ${i + 1}`,
        startedAt: new Date(world.now - i * 60_000).toISOString(),
      }),
    );
    renderScreen({});
    const rows = within(await grid()).getAllByRole('row');
    // Drawn as far as they are in sight.
    expect(rows.length).toBeLessThan(60);
    rows[1].focus();
    await userEvent.keyboard('{End}');
    await waitFor(() =>
      expect(document.activeElement).toHaveTextContent('INC-0100'),
    );
    // The next page was asked for before its end was reached.
    await waitFor(() => expect(asked().at(-1)).toContain('cursor=100'));
    await userEvent.keyboard('{Home}{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('heading', { name: /INC-0002.*storm 2/ }),
    ).toBeVisible();
  });

  it('says what failed, and that one may not', async () => {
    world.portal.failures = [
      {
        match: '/v1/incidents?',
        status: 403,
        name: 'NotAllowedError',
        message: 'no',
      },
    ];
    renderScreen({});
    expect(await screen.findByText(/You may not see incidents/)).toBeVisible();
    expect(screen.getByText(/incidents.incident.read/)).toBeVisible();
  });
});

describe('saved views', () => {
  it('are saved under a name, gone to and deleted', async () => {
    renderScreen({ path: '/incidents?severity=SEV3' });
    expect(await ids()).toEqual(['INC-0041']);
    await press('Save this view…');
    const ask = await dialog();
    await userEvent.type(ask.getByRole('textbox'), 'Small ones');
    await userEvent.click(ask.getByRole('button', { name: 'Save' }));
    const view = await button('Small ones');
    expect(view).toHaveAttribute('aria-pressed', 'true');

    await press('All');
    await waitFor(async () =>
      expect(await ids()).toEqual(['INC-0042', 'INC-0041', 'INC-0019']),
    );
    await press('Small ones');
    await waitFor(async () => expect(await ids()).toEqual(['INC-0041']));
    await press('Delete the view “Small ones”');
    await waitFor(() => expect(view).not.toBeInTheDocument());
  });
});

describe('changing many', () => {
  const mark = async (id: string) =>
    userEvent.click(
      await screen.findByRole('checkbox', { name: `Mark ${id}` }),
    );

  it('says what it will do, and what came of each', async () => {
    renderScreen({});
    await mark('INC-0042');
    await mark('INC-0041');
    expect(screen.getByText('2 marked')).toBeVisible();
    await userEvent.click(await button('Status…'));
    const ask = await dialog();
    await userEvent.click(ask.getByRole('radio', { name: 'Monitoring' }));
    expect(
      ask.getByText(
        '2 incidents move to Monitoring: INC-0042, INC-0041. Whoever was notified of them is told.',
      ),
    ).toBeVisible();
    await expectAccessible(await screen.findByRole('dialog'));
    await userEvent.click(
      ask.getByRole('button', { name: 'Change 2 incidents' }),
    );
    expect(await ask.findByText('1 of 2 incidents changed.')).toBeVisible();
    expect(ask.getAllByRole('listitem').map(each => each.textContent)).toEqual([
      'INC-0041 refused: team-web',
      'INC-0042 changed',
    ]);
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/incidents/bulk',
        body: { ids: ['INC-0042', 'INC-0041'], status: 'monitoring' },
      },
    ]);
  });

  it('merges into the oldest one unless told otherwise', async () => {
    renderScreen({});
    await press('Mark all shown');
    await press('Merge…');
    const ask = await dialog();
    expect(
      ask.getByText(/INC-0042 becomes part of INC-0041 with all its alerts/),
    ).toBeVisible();
    await userEvent.click(ask.getByRole('radio', { name: /^INC-0042/ }));
    await userEvent.click(
      ask.getByRole('button', { name: 'Change 1 incident' }),
    );
    await waitFor(() =>
      expect(world.portal.writes[0]?.body).toEqual({
        ids: ['INC-0041'],
        mergeInto: 'INC-0042',
      }),
    );
  });
});

describe('declaring', () => {
  it('opens an incident with its affected entities, and goes to it', async () => {
    renderScreen({});
    await press('Declare incident…');
    const ask = await dialog();
    await expectAccessible(await screen.findByRole('dialog'));
    expect(ask.getByText(/Name an affected entity/)).toBeVisible();
    await userEvent.type(
      ask.getByRole('textbox', { name: /What is wrong/ }),
      'Payments fail',
    );
    await userEvent.click(ask.getByRole('radio', { name: /^SEV1/ }));
    await userEvent.click(
      ask.getByRole('button', { name: /Affected entities/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'payments' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      await ask.findByText(/This opens an incident of payments now/),
    ).toBeVisible();
    await userEvent.click(ask.getByRole('button', { name: 'Declare' }));
    expect(
      await screen.findByRole('heading', { name: /SEV1 Payments fail/ }),
    ).toBeVisible();
    expect(world.portal.writes[0]?.body).toEqual({
      title: 'Payments fail',
      severity: 'SEV1',
      entityRefs: ['component:default/payments'],
      key: expect.any(String),
    });
  });

  it('is not offered to readers who may not; it says who may', async () => {
    renderScreen({ mayWrite: false });
    expect(
      await screen.findByText(
        /those with the permission incidents.incident.create/,
      ),
    ).toBeVisible();
    expect(await button('Declare incident…')).toBeDisabled();
  });
});
