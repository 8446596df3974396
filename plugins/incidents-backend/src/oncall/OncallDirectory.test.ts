import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  day,
  entities,
  FakeSource,
  hour,
  ines,
  night,
  noon,
  oncallWorld,
  twoLevels,
} from './__testUtils__/oncallWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const seen = { showPeople: true };
const iso = (at: number) => new Date(at).toISOString();

const inesSeen = {
  name: 'Inés Ortega',
  userRef: 'user:default/ines.ortega',
  timeZone: 'Europe/Madrid',
};
const tomaszSeen = { name: 'Tomasz Lis', userRef: 'user:default/tomasz' };

describe.each(databases.eachSupportedId())('on-call on %s', databaseId => {
  let knex: Knex;
  let rotation: FakeSource;
  let pager: FakeSource;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });

  beforeEach(async () => {
    rotation = FakeSource.create('rotation');
    pager = FakeSource.create('pager', ['pager/id', 'pager/old-id']);
  });

  afterEach(async () => {
    for (const table of ['oncall_schedules', 'notifications', 'leases'])
      await knex(table).delete();
  });

  afterAll(async () => {
    await knex.destroy();
  });

  const start = async (catalogEntities = entities, patienceMs?: number) =>
    oncallWorld({
      knex,
      sources: [rotation, pager],
      catalogEntities,
      patienceMs,
    });

  describe('of an entity', () => {
    it('names the owners with reasons, who is on call now and next, and where that comes from', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory, clock } = await start();
      clock.now = noon + 1000;
      expect(await directory.of(payments, { ...seen, at: noon })).toMatchObject(
        {
          entityRef: payments,
          owners: [
            {
              ref: 'group:default/payments',
              title: 'Payments',
              reason: 'owner',
            },
            {
              ref: 'group:default/checkout',
              reason: 'owner of the system shop',
            },
            {
              ref: 'group:default/house',
              reason: 'owner of the domain theatre',
            },
            { ref: 'group:default/department', reason: 'parent of payments' },
          ],
          levels: [
            {
              level: 1,
              title: 'First',
              now: [inesSeen],
              until: iso(noon + 8 * hour),
              next: [tomaszSeen],
              escalatesAfterMinutes: 10,
            },
            { level: 2, now: [{ name: 'Night desk' }] },
          ],
          source: {
            name: 'rotation',
            type: 'rotation',
            owner: 'group:default/payments',
            url: 'https://pager.example/Rota',
            fetchedAt: iso(noon + 1000),
          },
          asOf: iso(noon),
        },
      );
    });

    it('is decided by its own annotation, else by the first owner in the chain with a rotation', async () => {
      rotation.schedules = {
        'group:default/checkout': twoLevels('Checkout'),
        'group:default/department': twoLevels('Department'),
      };
      pager.schedules = { L1: twoLevels('Ledger') };
      const { directory } = await start();
      const owner = async (ref: string) =>
        (await directory.of(ref, seen)).source?.owner;
      expect(await owner(payments)).toBe('group:default/checkout');
      expect(await owner('component:default/ledger')).toBe(
        'component:default/ledger',
      );
      expect(await owner('group:default/payments')).toBe(
        'group:default/department',
      );
    });

    it('tells roles in the place of people to those who may not see them', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory } = await start();
      const answer = await directory.of(payments, { showPeople: false });
      expect(answer.levels).toMatchObject([
        {
          now: [{ name: 'level 1 of Payments', hidden: true }],
          next: [{ name: 'level 1 of Payments', hidden: true }],
        },
        { now: [{ name: 'level 2 of Payments', hidden: true }] },
      ]);
      expect(JSON.stringify(answer)).not.toMatch(/ines|tomasz|madrid|desk/i);
    });

    it.each([
      ['a gap', payments, noon + 19 * hour, 'has a gap: nobody is on call'],
      [
        'a time too far away',
        payments,
        noon + 400 * day,
        'is known from 2026-11-08 to 2027-01-03 only',
      ],
      [
        'no owner',
        'component:default/orphan',
        noon,
        'has no owner. Set spec.owner',
      ],
      [
        'nothing known',
        'component:default/gone',
        noon,
        'The catalog does not know',
      ],
      [
        'no rotation',
        'group:default/house',
        noon,
        'None of group:default/house has a rotation. Add one to rotation or pager, or point at one with pager/id or pager/old-id.',
      ],
    ])('says why nobody is on call: %s', async (_name, ref, at, missing) => {
      const schedule = twoLevels();
      rotation.schedules = {
        'group:default/payments': {
          ...schedule,
          shifts: schedule.shifts.filter(({ level }) => level === 1),
        },
      };
      const { directory } = await start();
      const answer = await directory.of(ref, { ...seen, at });
      expect(answer.missing).toContain(missing);
      expect(answer.levels.flatMap(({ now }) => now)).toEqual([]);
    });

    it('says that no source is set up', async () => {
      const { directory } = await oncallWorld({ knex, sources: [] });
      expect((await directory.of(payments, seen)).missing).toMatch(
        /^No source of on-call rotations is set up. Add a rotation file/,
      );
    });

    it.each(['payments', 'group:payments', '', ':/'])(
      'refuses what is no full ref: %p',
      async ref => {
        const { directory } = await start();
        await expect(directory.of(ref, seen)).rejects.toThrow(
          'An entity ref is kind:namespace/name',
        );
      },
    );
  });

  describe('from sources', () => {
    it('is asked once by many pages, then kept, and asked again when it is time', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory, make, clock } = await start();
      await Promise.all(
        Array.from({ length: 20 }, () => directory.of(payments, seen)),
      );
      await make().of(payments, seen);
      expect(rotation.asked).toEqual(['group:default/payments']);
      await directory.refresh();
      expect(rotation.asked).toHaveLength(1);
      clock.now += 60_000;
      await directory.refresh();
      expect(rotation.asked).toHaveLength(2);
    });

    it('is fetched in the background for all owners and all that point at one, before anybody asks', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      pager.schedules = { L1: twoLevels('Ledger') };
      const { directory, graph, clock } = await start();
      await directory.refresh();
      expect(rotation.asked).toEqual(['group:default/payments']);
      expect(pager.asked.sort()).toEqual([
        'component:default/ledger',
        'component:default/vault',
      ]);
      // An annotation that changes leads elsewhere at once, in the background too.
      pager.schedules.L2 = twoLevels('Moved');
      graph.replace([
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'ledger', annotations: { 'pager/old-id': 'L2' } },
          spec: { owner: 'payments' },
        },
      ]);
      clock.now += 1000;
      await directory.refresh();
      expect(pager.asked).toHaveLength(3);
      const ledger = await directory.of('component:default/ledger', seen);
      expect(ledger.source?.url).toBe('https://pager.example/Moved');
      expect(pager.asked).toHaveLength(3);
    });

    it('is shown with its age and the reason while the source is down, then recovers', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory, clock } = await start();
      await directory.refresh();
      rotation.failure = new Error('Out\0 of order');
      clock.now += hour;
      await directory.refresh();
      const stale = await directory.of(payments, seen);
      expect(stale.levels[0].now).toEqual([inesSeen]);
      expect(stale.source).toMatchObject({
        fetchedAt: iso(noon),
        error: 'Out of order',
      });
      expect((await directory.teams(seen)).items[0].error).toBe('Out of order');
      rotation.failure = undefined;
      clock.now += 60_000;
      await directory.refresh();
      const fresh = await directory.of(payments, seen);
      expect(fresh.source).toMatchObject({ fetchedAt: iso(clock.now) });
      expect(fresh.source).not.toHaveProperty('error');
    });

    it('keeps what it had when the source cannot even say whose rotations it has', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory, clock, make } = await start();
      await directory.refresh();
      rotation.ownersFailure = new Error('oncall.yaml:3:1 is wrong');
      clock.now += 60_000;
      await directory.refresh();
      const answer = await make().of(payments, seen);
      expect(answer.levels[0].now).toEqual([inesSeen]);
      expect(answer.source?.error).toBe('oncall.yaml:3:1 is wrong');
    });

    it('does not hold up a page, or another source, when one never answers', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      pager.silent = true;
      const { directory } = await start(entities, 200);
      const answer = await directory.of('component:default/ledger', seen);
      expect(answer.source?.name).toBe('rotation');
      await directory.refresh();
      pager.schedules = { 'group:default/house': twoLevels() };
      const house = await directory.of('group:default/house', seen);
      expect(house.missing).toBe(
        'pager has not answered yet for group:default/house: No answer within 0.2 seconds. It is asked again within a minute.',
      );
    });

    it('is refreshed by one replica at a time', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory, make, leases } = await start();
      const lease = await leases.acquire('incidents-oncall', 60_000);
      await directory.refresh();
      expect(rotation.asked).toEqual([]);
      await lease?.release();
      await Promise.all([directory.refresh(), make().refresh()]);
      expect(rotation.asked).toHaveLength(1);
    });

    it('is forgotten when it is gone', async () => {
      rotation.schedules = {
        'group:default/payments': twoLevels(),
        'group:default/house': twoLevels('House'),
      };
      const { directory, clock } = await start();
      await directory.refresh();
      delete rotation.schedules['group:default/house'];
      const house = await directory.of('group:default/house', seen);
      expect(house.levels).toEqual([]);
      clock.now += 16 * 60_000;
      await directory.refresh();
      const kept = knex('oncall_schedules').where({ source: 'rotation' });
      expect(await kept.pluck('owner_ref')).toEqual(['group:default/payments']);
    });

    it('finds people by ref, e-mail and account, and leaves out refs that the catalog does not know', async () => {
      const people = [
        ines,
        { name: 'T', account: { annotation: 'pager/user', value: 't1' } },
        { name: 'Gone', userRef: 'user:default/gone' },
        { name: 'Stranger', email: 'x@elsewhere.example' },
      ];
      rotation.schedules = {
        'group:default/payments': {
          levels: [],
          shifts: [{ from: 0, to: noon * 2, level: 1, people }],
        },
      };
      const { directory } = await start();
      const { levels } = await directory.of(payments, seen);
      expect(levels[0].now).toEqual([
        inesSeen,
        tomaszSeen,
        { name: 'Gone' },
        { name: 'Stranger' },
      ]);
    });
  });

  describe('reached for a notification', () => {
    it('is who is at the level then, with an address, and how long until the next one', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory } = await start();
      const reach = (level: number, at = noon) =>
        directory.reach({ ownerRef: payments, level, at });
      expect(await reach(1)).toEqual({
        people: [
          {
            ...ines,
            name: 'Inés Ortega',
            email: 'ines@theatre.example',
            userRef: 'user:default/ines.ortega',
          },
        ],
        levels: 2,
        escalatesAfterMs: 600_000,
      });
      expect(await reach(2)).toEqual({ people: [night], levels: 2 });
      expect(await reach(3)).toEqual({ people: [], levels: 2 });
      expect((await reach(1, noon + 19 * hour)).people).toEqual([]);
      expect(
        await directory.reach({
          ownerRef: 'group:default/house',
          level: 1,
          at: noon,
        }),
      ).toEqual({ people: [], levels: 0 });
    });
  });

  describe('of all teams', () => {
    it('has shifts, gaps and who carries how much', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory } = await start();
      await directory.refresh();
      const note = {
        channel: 'slack',
        kind: 'opened',
        subject: 's',
        state: 'sent',
        target: '{}',
      };
      await knex('notifications').insert([
        {
          ...note,
          key: '1',
          incident_number: 1,
          created_at: noon,
          target: JSON.stringify({ sentTo: ['user:default/ines.ortega'] }),
        },
        {
          ...note,
          key: '2',
          incident_number: 1,
          created_at: noon,
          recipient: 'Inés Ortega, Night desk',
        },
        {
          ...note,
          key: '3',
          incident_number: 2,
          created_at: noon,
          recipient: 'Inés Ortega',
          state: 'failed',
        },
        {
          ...note,
          key: '4',
          incident_number: 3,
          created_at: noon + 10 * day,
          recipient: 'Inés Ortega',
        },
      ]);
      const from = noon;
      const to = noon + day;
      expect(await directory.teams({ ...seen, from, to })).toEqual({
        asOf: iso(noon),
        items: [
          {
            owner: 'group:default/payments',
            title: 'Rota',
            timeZone: 'UTC',
            source: {
              name: 'rotation',
              type: 'rotation',
              url: 'https://pager.example/Rota',
              fetchedAt: iso(noon),
            },
            levels: [
              {
                level: 1,
                title: 'First',
                shifts: [
                  {
                    from: iso(noon),
                    to: iso(noon + 8 * hour),
                    layer: 'day',
                    people: [inesSeen],
                  },
                  {
                    from: iso(noon + 8 * hour),
                    to: iso(noon + 18 * hour),
                    layer: 'night',
                    people: [tomaszSeen],
                  },
                  {
                    from: iso(noon + 20 * hour),
                    to: iso(noon + day),
                    layer: 'day',
                    people: [inesSeen],
                  },
                ],
                gaps: [
                  { from: iso(noon + 18 * hour), to: iso(noon + 20 * hour) },
                ],
              },
              {
                level: 2,
                shifts: [
                  {
                    from: iso(from),
                    to: iso(to),
                    people: [{ name: 'Night desk' }],
                  },
                ],
                gaps: [],
              },
            ],
            load: [
              {
                person: { name: 'Night desk' },
                hours: 24,
                nightHours: 9,
                incidents: 1,
              },
              // From 9 in the morning in Madrid.
              { person: inesSeen, hours: 12, nightHours: 0, incidents: 1 },
              { person: tomaszSeen, hours: 10, nightHours: 8, incidents: 0 },
            ],
          },
        ],
      });
      const { items } = await directory.teams({ showPeople: false, from, to });
      expect(items[0].load.map(({ person }) => person.name)).toEqual([
        'member 1 of Payments',
        'member 2 of Payments',
        'member 3 of Payments',
      ]);
      expect(JSON.stringify(items)).not.toMatch(/ines|tomasz|madrid|desk/i);
    });

    it('counts a rotation once that many entities point at', async () => {
      pager.schedules = { L1: twoLevels('Ledger') };
      const { directory } = await start();
      await directory.refresh();
      const { items } = await directory.teams(seen);
      expect(items.map(({ owner, title }) => [owner, title])).toEqual([
        ['group:default/payments', 'Ledger'],
      ]);
    });

    it.each([
      ['the wrong way round', noon, noon - 1],
      ['of a year', noon, noon + 366 * day],
      ['of no time', NaN, noon],
    ])('refuses a span %s', async (_name, from, to) => {
      const { directory } = await start();
      await expect(directory.teams({ ...seen, from, to })).rejects.toThrow(
        'The span must end after it begins and last 92 days at most',
      );
    });
  });

  describe('as a calendar', () => {
    it('has the shifts of a team, of an owner’s only, or of one person', async () => {
      rotation.schedules = { 'group:default/payments': twoLevels() };
      const { directory } = await start();
      await directory.refresh();
      const team = await directory.calendar('group:default/payments', seen);
      expect(team).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
      expect(team.match(/BEGIN:VEVENT/g)).toHaveLength(7);
      expect(team).toContain('X-WR-CALNAME:On call: Payments');
      expect(team).toContain(
        'DTSTART:20261122T080000Z\r\nDTEND:20261122T200000Z',
      );
      expect(team).toContain(
        'SUMMARY:On call (level 1) for Payments: Inés Ortega',
      );
      expect(await directory.calendar('group:default/payments', seen)).toBe(
        team,
      );
      const mine = await directory.calendar('user:default/ines.ortega', seen);
      expect(mine.match(/BEGIN:VEVENT/g)).toHaveLength(3);
      const hidden = await directory.calendar('group:default/payments', {
        showPeople: false,
      });
      expect(hidden).toContain('level 1 of Payments');
      expect(hidden).not.toMatch(/Ortega|Tomasz/);
    });

    it('is not there without shifts, nor of a person whom the caller may not see', async () => {
      const { directory } = await start();
      await expect(
        directory.calendar('group:default/house', seen),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(
        directory.calendar('user:default/tomasz', { showPeople: false }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    });
  });
});
