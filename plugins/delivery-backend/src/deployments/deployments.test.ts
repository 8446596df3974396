import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Incident } from '@ghostlight/plugin-incidents-common';
import type { Spent } from '@ghostlight/plugin-slo-common';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { changeId, listDeployments, readOverview } from '../changes';
import {
  deployment,
  minute,
  noon,
  startFeed,
  twoComponents,
} from '../changes/__testUtils__/startFeed';
import { SpentKeeper } from '.';

const payments = 'component:default/payments';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'what a deployment cost, on %s',
  id => {
    let knex: Knex;
    let now: number;
    /** Bad minutes, in minutes since noon. */
    let burning: [number, number];
    let incidents: Partial<Incident>[];
    /** Objectives beside the one that burns, which spend so much of it each minute. */
    let others: (Partial<Spent> & { rate: number })[];
    let keeper: SpentKeeper;
    let feed: Awaited<ReturnType<typeof startFeed>>['feed'];
    const asked: string[] = [];

    beforeEach(async () => {
      knex = await databases.init(id);
      now = noon;
      burning = [0, 0];
      incidents = [];
      others = [];
      asked.length = 0;
      const logger = mockServices.logger.mock();
      ({ feed } = await startFeed({ knex, now: () => now }));
      keeper = SpentKeeper.create({
        db: knex,
        leases: await Leases.create({ database: knex, logger }),
        auth: mockServices.auth(),
        logger,
        slo: {
          async getSpent({ entityRefs, from, to }): Promise<Spent[]> {
            asked.push(`${entityRefs.length}`);
            const at = (n: number) => noon / 1000 + n * 60;
            const overlap =
              Math.min(to, at(burning[1])) - Math.max(from, at(burning[0]));
            return [
              ...others.map(({ rate, ...one }) => ({
                ref: 'slo:default/b',
                title: 'b',
                entityRef: payments,
                spentMinutes: ((to - from) / 60) * rate,
                budgetMinutes: 100,
                measuredMinutes: (to - from) / 60,
                ...one,
              })),
              {
                ref: 'slo:default/a',
                title: 'a',
                entityRef: payments,
                spentMinutes: Math.max(0, overlap / 60),
                budgetMinutes: 100,
                measuredMinutes: (to - from) / 60,
              },
            ];
          },
        },
        incidents: {
          listIncidents: async ({ status }) => ({
            items: incidents.filter(
              one => !status || status.includes(one.status!),
            ) as Incident[],
            counts: {} as never,
          }),
        },
        entities: twoComponents,
        now: () => now,
        environment: 'production',
        environmentOf: name => (name === 'stage' ? 'staging' : name),
      });
    });

    const look = async (at: number) => {
      now = noon + at * minute;
      await keeper.refresh();
    };
    const history = async () => {
      const { items } = await listDeployments(
        knex,
        { entityRef: payments },
        undefined,
      );
      return items.map(
        ({ version, spent, failedBecause, incidentIds }) =>
          [
            version,
            spent?.minutes,
            failedBecause.map(({ kind }) => kind).join(),
            incidentIds.join(),
          ] as const,
      );
    };
    const recoveredAt = async (key: string) => {
      const row = await knex('deployments')
        .where({ id: changeId('ci', key) })
        .first();
      return row.recovered_at === null
        ? undefined
        : (Number(row.recovered_at) - noon) / minute;
    };

    it('is what was spent while it was active, also where another took over in between', async () => {
      await feed.record('ci', [
        deployment('v1', noon),
        deployment('s', noon, { environment: 'staging' }),
      ]);
      burning = [10, 30];
      await look(14);
      expect(await history()).toContainEqual(['v1', 2, '', '']);
      await feed.record('ci', [deployment('v2', noon + 20 * minute)]);
      await look(27);
      await look(27);
      await look(40);
      expect(await history()).toEqual(
        expect.arrayContaining([
          ['v2', 10, 'budget', ''],
          ['v1', 10, 'budget', ''],
          ['s', undefined, '', ''],
        ]),
      );
      expect(await recoveredAt('v1')).toBe(20);
      expect(await recoveredAt('v2')).toBeUndefined();
      const { counts } = await readOverview(knex, {}, undefined, now);
      expect(counts.failing).toBe(1);
      // What is recorded later keeps what was found.
      await feed.record('ci', [
        deployment('v1', noon + 45 * minute, { key: 'back', kind: 'rollback' }),
      ]);
      await look(50);
      expect(await history()).toContainEqual(['v2', 10, 'budget,rollback', '']);
      expect(await recoveredAt('v2')).toBe(45);
    });

    it('is little of an objective that was hardly measured yet, however few events its budget allows so far', async () => {
      await feed.record('ci', [deployment('v1', noon)]);
      others = [{ rate: 40, budgetMinutes: 864, coverage: 0.0003 }];
      await look(10);
      await look(32);
      expect(await history()).toEqual([
        ['v1', expect.closeTo(30 * 40 * 0.0003, 6), '', ''],
      ]);
      others = [{ rate: 40, budgetMinutes: 864, coverage: 1 }];
      await look(62);
      expect((await history())[0][2]).toBe('budget');
    });

    it('is told by objective, and counted where the objective is measured', async () => {
      await feed.record('ci', [
        deployment('v1', noon),
        deployment('s', noon, { environment: 'staging' }),
      ]);
      burning = [0, 60];
      others = [
        { rate: 0.5, budgetMinutes: 1000 },
        { rate: 1, ref: 'slo:default/s', environment: 'stage' },
      ];
      await look(10);
      await look(62);
      const { items } = await listDeployments(
        knex,
        { entityRef: payments },
        undefined,
      );
      const spent = Object.fromEntries(
        items.map(({ version, spent: of, failedBecause }) => [
          version,
          [
            of!.minutes,
            of!.objectives.map(one => [one.ref, one.minutes, one.share]),
            failedBecause.map(({ said }) => said.text),
          ],
        ]),
      );
      expect(spent).toEqual({
        // Not 90 of 1,100 minutes: 60 of the 100 of one, 30 of the 1,000 of the other.
        v1: [
          60,
          [
            ['slo:default/a', 60, 0.6],
            ['slo:default/b', 30, 0.03],
          ],
          ['It spent 60 % of the error budget'],
        ],
        s: [
          60,
          [['slo:default/s', 60, 0.6]],
          ['It spent 60 % of the error budget'],
        ],
      });
    });

    it('includes the incident that began with it, until its origin is found elsewhere', async () => {
      await feed.record('ci', [
        deployment('v1', noon),
        deployment('v2', noon + 300 * minute),
      ]);
      const incident = (number: number, at: number, more: object = {}) => ({
        id: `INC-${number}`,
        title: 'Payments fail',
        status: 'investigating' as const,
        startedAt: new Date(noon + at * minute).toISOString(),
        origin: { entityRef: payments, confidence: 'high' as const },
        entities: [],
        ...more,
      });
      incidents = [incident(1, 302), incident(2, 290), incident(3, 900)];
      await look(310);
      expect(await history()).toMatchObject([
        ['v2', 0, 'incident', 'INC-1'],
        ['v1', 0, '', ''],
      ]);
      incidents[0] = {
        ...incidents[0],
        status: 'resolved',
        recoveredAt: new Date(noon + 330 * minute).toISOString(),
      };
      await look(340);
      expect(await recoveredAt('v2')).toBe(330);
      incidents[0].origin = {
        entityRef: 'component:default/ledger',
        confidence: 'high',
      };
      await look(350);
      expect((await history())[0]).toEqual(['v2', 0, '', '']);
    });

    it('blames what was rolled back, not the rollback, for an incident that is found just after it', async () => {
      await feed.record('ci', [
        deployment('v1', noon),
        deployment('v2', noon + 100 * minute),
        deployment('v1', noon + 103 * minute, {
          key: 'back',
          kind: 'rollback',
        }),
      ]);
      incidents = [
        {
          id: 'INC-4',
          title: 'Payments fail',
          status: 'investigating',
          startedAt: new Date(noon + 104 * minute).toISOString(),
          origin: { entityRef: payments, confidence: 'high' },
          entities: [],
        },
      ];
      await look(110);
      expect(await history()).toContainEqual([
        'v2',
        0,
        'rollback,incident',
        'INC-4',
      ]);
    });

    it('includes a watch that failed, and a deployment that never got through', async () => {
      await feed.record('ci', [
        deployment('v1', noon),
        deployment('v2', noon + minute, { outcome: 'failed' }),
        deployment('v3', noon + 9 * minute),
      ]);
      await knex('watches').insert({
        id: 'w1',
        deployment_id: changeId('ci', 'v1'),
        entity_ref: payments,
        environment: 'production',
        state: 'failed',
        started_at: noon,
        ends_at: noon,
        finished_at: noon + 5 * minute,
        rules: '[]',
        report: '{"said":{"code":"x","text":"x"}}',
        automatic: 'off',
      });
      await look(20);
      const causes = Object.fromEntries(
        (await history()).map(([version, , why]) => [version, why]),
      );
      expect(causes).toEqual({ v1: 'watch', v2: 'failed', v3: '' });
      expect(await recoveredAt('v1')).toBe(9);
      expect(await recoveredAt('v2')).toBe(9);

      // What it saw turns out to be a symptom of what began elsewhere.
      const ledger = 'component:default/ledger';
      const at = new Date(noon + 2 * minute).toISOString();
      incidents = [
        {
          id: 'INC-5',
          title: 'Ledger fails',
          status: 'investigating',
          startedAt: at,
          origin: { entityRef: ledger, confidence: 'high' },
          entities: [
            { entityRef: ledger, role: 'origin', since: at },
            { entityRef: payments, role: 'symptom', since: at },
          ],
        },
      ];
      await look(22);
      const v1 = async () =>
        (await history()).find(([version]) => version === 'v1');
      expect(await v1()).toEqual(['v1', 0, '', '']);
      // Of one that was over before, it is none.
      incidents[0].startedAt = new Date(noon - 20 * minute).toISOString();
      incidents[0].recoveredAt = new Date(noon - 15 * minute).toISOString();
      await look(24);
      expect(await v1()).toEqual(['v1', 0, 'watch', '']);
    });
  },
);
