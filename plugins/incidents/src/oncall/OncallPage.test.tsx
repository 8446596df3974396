import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const path = '/incidents/on-call';
const row = (name: string | RegExp) => screen.findByRole('row', { name });
const plain = (text: string | null | undefined) =>
  (text ?? '').replace(/\u00a0/g, ' ');

describe('the on-call page', () => {
  it('says whether everybody is looked after, and who is on call now and next in both times', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: /^Each of the 2 teams has somebody on call now\. In the next two weeks there is 1 gap: Team Payments, from /,
      }),
    ).toBeVisible();
    const cells = within(await row(/Team Payments/))
      .getAllByRole('gridcell')
      .map(each => plain(each.textContent));
    expect(cells[1]).toMatch(/^Ana \(\d\d:\d\d there\)$/);
    expect(cells[2]).toMatch(/, \d\d:\d\d \(\d\d:\d\d there\)$/);
    expect(cells[3]).toBe('Ben');
    expect(cells[4]).toBe('1 gap, 1 d 12 h');
    const web = within(await row(/Team Web/));
    expect(
      web.getByText('level 1 of Team Web (name hidden from you)'),
    ).toBeVisible();
    expect(web.getByText('pagerduty: no answer')).toBeVisible();
    await expectAccessible(container);
  });

  it('draws the shifts of a team with its gaps, tells them as a table, and says who carries how much', async () => {
    renderScreen({ path });
    expect(
      await screen.findByRole('img', {
        name: '5 shifts of Team Payments. 1 gap.',
      }),
    ).toBeVisible();
    expect(screen.getByText('gap: nobody is on call')).toBeVisible();
    expect(
      screen.getByText('Ben carries the most of 2: 54% of the hours.'),
    ).toBeVisible();
    const load = within(screen.getByRole('table', { name: /Of the span/ }));
    expect(
      load
        .getAllByRole('row')
        .slice(1)
        .map(each => plain(each.textContent)),
    ).toEqual([
      'Ben181 h54%60.3 h1',
      expect.stringMatching(/^Ana \(\d\d:\d\d there\)156 h46%48 h4$/),
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'As table' }));
    const table = within(screen.getByRole('table', { name: 'Shifts' }));
    const rows = table.getAllByRole('row').map(each => plain(each.textContent));
    expect(rows).toHaveLength(7);
    expect(rows.filter(each => each.includes('override'))).toHaveLength(1);
    expect(rows.find(each => each.includes('gap'))).toMatch(/^firstnobody/);
  });

  it('keeps the team and the fortnight in the address and asks for that time', async () => {
    renderScreen({ path });
    (await row(/Team Web/)).focus();
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByRole('heading', { name: 'Rotation of Team Web' }),
    ).toBeVisible();
    expect(
      screen.getByText('pagerduty answered 503: try again later'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Two weeks later' }),
    );
    await waitFor(() => {
      const asked = world.portal.requests
        .filter(each => each.includes('/v1/oncall/teams'))
        .map(each => new URL(each.split(' ')[1], 'http://x').searchParams);
      expect(asked.at(-1)?.get('from')).toBe(asked[0].get('to'));
    });
  });

  it('names the team that nobody is on call for first', async () => {
    world.teams = world.teams.map(team =>
      team.owner.endsWith('web')
        ? { ...team, levels: [{ level: 1, shifts: [], gaps: [] }], load: [] }
        : team,
    );
    renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: /^Nobody is on call for Team Web now\./,
      }),
    ).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: 'Rotation of Team Web' }),
    ).toBeVisible();
    expect(within(await row(/Team Web/)).getByText('nobody')).toBeVisible();
  });

  it('looks any entity up: its owners with the reason, and what the source says', async () => {
    world.oncall['component:default/payments'].source!.error = 'timed out';
    renderScreen({ path: `${path}?entity=component:default/payments` });
    const panel = within(
      await screen.findByRole('region', { name: 'Who is on call for…' }),
    );
    expect(
      await panel.findByText(/payments-rotation did not answer lately/),
    ).toBeVisible();
    await userEvent.click(panel.getByText('Chain of 2 owners'));
    expect(panel.getByText('owner of the system shop')).toBeVisible();
  });

  it('gives the calendar as a file through the signed client', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = file => {
      files.push(file as Blob);
      return 'blob:calendar';
    };
    URL.revokeObjectURL = () => {};
    renderScreen({ path });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download calendar (.ics)' }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    expect(files[0].type).toBe('text/calendar');
    expect(
      world.portal.requests.some(each =>
        decodeURIComponent(each).includes(
          '/v1/oncall/calendar?owner=group:default/team-payments',
        ),
      ),
    ).toBe(true);
  });

  it('says what to do where no rotation is known, and why one cannot be read', async () => {
    world.teams = [];
    const { unmount } = renderScreen({ path });
    expect(await screen.findByText('No rotation is known.')).toBeVisible();
    unmount();
    world.portal.failures = [
      {
        match: '/v1/oncall/teams',
        status: 503,
        name: 'ServiceUnavailableError',
        message: 'the database is not reachable',
      },
    ];
    renderScreen({ path, language: 'es' });
    expect(
      await screen.findByText(/the database is not reachable/),
    ).toBeVisible();
  });
});

describe('the notifications', () => {
  const notifications = `${path}?view=notifications`;

  it('says how channels did, what leads there, and every delivery', async () => {
    const { container } = renderScreen({ path: notifications });
    expect(
      await screen.findByRole('heading', {
        name: '44 notifications were sent in the last 24 hours. 2 failed: mail. 1 is waiting.',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(/SEV1 and SEV2 of group:default\/payments/),
    ).toBeVisible();
    const failed = await row(/Failed mail opened/);
    expect(
      within(failed).getByText('550 mailbox <ops@example> unavailable'),
    ).toBeVisible();
    failed.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('INC-0042/opened/mail')).toBeVisible();
    await expectAccessible(container);
  });

  it('filters the log on the server by what the address says', async () => {
    renderScreen({
      path: `${notifications}&state=failed,waiting&channel=slack&incident=INC-0040`,
    });
    expect(await row(/Waiting slack resolved/)).toBeVisible();
    expect(screen.queryByRole('row', { name: /Failed mail/ })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await row(/Failed mail/)).toBeVisible();
  });

  it.each([
    ['slack', 'The receiver took it.', '200 ok'],
    [
      'mail',
      'The receiver did not take it.',
      '550 mailbox <ops@example> unavailable',
    ],
  ])('sends a test through %s and says: %s', async (channel, said, reason) => {
    renderScreen({ path: notifications });
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Send a test through ${channel}`,
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/No incident is touched/)).toBeVisible();
    expect(world.portal.writes).toEqual([]);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Send the test' }),
    );
    expect(await dialog.findByText(said)).toBeVisible();
    expect(dialog.getByText(reason)).toBeVisible();
  });

  it('says who may see them, and what to add where there are none', async () => {
    world.channels = { items: [], routes: [] };
    world.notifications = [];
    const { unmount } = renderScreen({ path: notifications });
    expect(
      await screen.findByText('Nobody is notified: there is no channel.'),
    ).toBeVisible();
    expect(
      await screen.findByText('No notification was made yet.'),
    ).toBeVisible();
    unmount();
    world.portal.failures = [
      {
        match: '/v1/channels',
        status: 403,
        name: 'NotAllowedError',
        message: 'no',
      },
    ];
    renderScreen({ path: notifications });
    expect(
      await screen.findByText(/permission incidents\.notification\.manage/),
    ).toBeVisible();
  });
});
