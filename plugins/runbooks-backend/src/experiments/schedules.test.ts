import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { bodyOf } from '../__testUtils__/calls';
import { component, experiment, payments } from '../__testUtils__/entities';
import { eventually } from '../__testUtils__/eventually';
import { FaultyPlace } from '../__testUtils__/FaultyPlace';
import { startRunbooks } from '../__testUtils__/startRunbooks';
import { Trouble } from '../__testUtils__/Trouble';
import { nextTime } from './nextTime';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = 'chaosexperiment:default/kill';
const minute = 60_000;
const quick = {
  verification: {
    interval: { milliseconds: 100 },
    leastSpan: { milliseconds: 100 },
  },
  experiments: {
    guard: { interval: { milliseconds: 100 } },
    recovery: { within: { seconds: 60 }, steady: { milliseconds: 200 } },
    schedule: { interval: { milliseconds: 100 } },
  },
};

it.each([
  // At ten every Tuesday, in summer and in winter.
  ['0 10 * * 2', '2026-07-01T00:00:00Z', '2026-07-07T08:00:00.000Z'],
  ['0 10 * * 2', '2026-12-01T09:00:00Z', '2026-12-08T09:00:00.000Z'],
  // Half past two does not exist on that night, and twice on this one.
  ['30 2 * * *', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
  ['30 2 * * *', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
  ['30 2 * * *', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00.000Z'],
  ['99 * * * *', '2026-07-01T00:00:00Z', undefined],
])('the next time of %s after %s is %s', (cron, after, expected) => {
  const next = nextTime({ cron, timeZone: 'Europe/Madrid' }, Date.parse(after));
  expect(next && new Date(next).toISOString()).toBe(expected);
});

describe.each(databases.eachSupportedId())('schedules on %s', id => {
  let knex: Knex;
  const ends: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  async function start(spec: JsonObject = {}, replicas = 1) {
    const trouble = Trouble.create();
    trouble.burn.set(payments, 0.1);
    const place = FaultyPlace.create();
    const world = {
      entities: [
        component('payments'),
        experiment('kill', {
          owner: 'payers',
          entity: 'payments',
          environment: 'staging',
          hypothesis: 'Nobody notices.',
          fault: { kind: 'kill-pods', share: 0.3 },
          duration: '1s',
          steadyState: { before: '1s' },
          schedule: { cron: '0 10 * * 2', timeZone: 'Europe/Madrid' },
          ...spec,
        }),
      ],
    };
    const all = [];
    for (let n = 0; n < replicas; n++) {
      const started = await startRunbooks({
        knex,
        world,
        actions: place.actions(),
        runbooks: quick,
        ...trouble.services(),
      });
      ends.push(started.stop);
      all.push(started);
    }
    const client = all[0].client();
    const rows = () => knex('schedules');
    await eventually(rows, found => found.length === 1);
    return {
      told: all.flatMap(({ told }) => told),
      place,
      rows,
      /** As if the clock had come to it. */
      make: (due: number) => knex('schedules').update({ next_at: due }),
      runs: () => knex('executions').where({ kind: 'experiment' }),
      read: async () =>
        bodyOf(
          await client.request('get', '/v1/experiments/{ref}', {
            params: { path: { ref } },
          }),
        ),
    };
  }

  const isOver = (all: { finished_at: unknown }[]) =>
    all.length > 0 && all.every(({ finished_at }) => finished_at !== null);

  it('run once when they are due, whoever is there, however often it is said', async () => {
    const { make, runs, rows, read, place } = await start(
      {},
      id === 'SQLITE_3' ? 1 : 2,
    );
    const { schedule } = await read();
    expect(Date.parse(schedule!.next!)).toBeGreaterThan(Date.now());
    const due = Date.now() - 1_000;
    await make(due);
    const [run] = await eventually(runs, isOver);
    expect(run).toMatchObject({
      experiment_ref: ref,
      requested_by: ref,
      reason: 'Scheduled',
      state: 'succeeded',
    });
    expect(place.effects).toHaveLength(1);
    // The clock is put back: the same time comes again, and was had.
    await make(due);
    await eventually(rows, ([row]) => Number(row.next_at) > Date.now());
    expect(await runs()).toHaveLength(1);
    expect((await read()).schedule).toEqual(schedule);
  });

  it('skip what was missed or is forbidden, and say why', async () => {
    const { make, runs, read, rows } = await start({
      blackouts: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }],
    });
    await make(Date.now() - 60 * minute);
    await eventually(rows, ([row]) => row.skipped_at !== null);
    expect((await read()).schedule!.skipped!.said).toMatchObject({
      code: 'experiment.missed',
      params: { minutes: 60 },
    });
    const due = Date.now() - 1_000;
    await make(due);
    await eventually(rows, ([row]) => Number(row.skipped_at) === due);
    expect((await read()).schedule!.skipped!.said.code).toBe(
      'experiment.refused.blackout',
    );
    expect(await runs()).toEqual([]);
  });
});
