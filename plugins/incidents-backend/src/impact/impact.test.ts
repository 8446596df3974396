import { TestDatabases } from '@backstage/backend-test-utils';
import type { Spent } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { callsOf } from '../__testUtils__/calls';
import { component, group } from '../__testUtils__/entities';
import { allowAll, startIncidents } from '../__testUtils__/startIncidents';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';

describe.each(databases.eachSupportedId())(
  'the cost of incidents on %s',
  id => {
    let knex: Knex;
    /** What the SLO family answers, or throws. */
    let answer: (entityRefs: string[]) => Spent[];
    const asked: { entityRefs: string[]; from: number; to: number }[] = [];

    async function start() {
      knex = await databases.init(id);
      asked.length = 0;
      const started = await startIncidents({
        knex,
        world: {
          entities: [
            group('payers'),
            component('payments'),
            component('orders'),
          ],
          decide: allowAll,
        },
        slo: {
          listAlerts: async () => ({ items: [], last: 0 }),
          listCorrections: async () => [],
          getSpent: async request => {
            asked.push(request);
            return answer(request.entityRefs);
          },
        },
      });
      const count = async (now = Date.now()) => {
        // As if the time had come.
        await knex('incidents')
          .whereNotNull('impact_due_at')
          .update({ impact_due_at: now - 1 });
        await started.run('incidents-impact');
      };
      return { ...started, ...callsOf(started.client()), count };
    }

    const spent = (entityRef: string, spentMinutes: number | null): Spent => ({
      ref: `slo:${entityRef}`,
      title: 'Availability',
      entityRef,
      spentMinutes,
      budgetMinutes: 43.2,
      measuredMinutes: 60,
    });
    const refusal = (statusCode?: number) => () => {
      throw Object.assign(new Error('Request failed'), { statusCode });
    };

    it('are budget minutes of what they affect, until they are over', async () => {
      const { stop, declare, get, status, count } = await start();
      const startedAt = new Date(Date.now() - 600_000).toISOString();
      await declare({ entityRefs: [payments, 'orders'], startedAt });
      answer = refs => refs.map(ref => spent(ref, ref === payments ? 18.1 : 0));
      await count();
      expect(asked).toMatchObject([
        {
          entityRefs: ['component:default/orders', payments],
          from: Math.floor(Date.parse(startedAt) / 1000),
        },
      ]);
      const first = await get('INC-0001');
      expect(first).toMatchObject({
        budgetMinutes: expect.closeTo(18.1, 3),
        sloAffecting: true,
        impact: {
          objectives: [
            { entityRef: 'component:default/orders', budgetMinutes: 0 },
            { entityRef: payments, budgetMinutes: 18.1, ofMinutes: 43.2 },
          ],
        },
      });

      await status('INC-0001', { status: 'resolved' });
      const { resolvedAt } = await get('INC-0001');
      answer = refs => refs.map(ref => spent(ref, 10));
      await count();
      expect(await get('INC-0001')).toMatchObject({
        budgetMinutes: 20,
        impact: { asOf: resolvedAt },
      });
      // That was the last word.
      asked.length = 0;
      await count();
      expect(asked).toEqual([]);
      await status('INC-0001', { status: 'investigating' });
      await count();
      expect(asked).toHaveLength(1);
      await stop();
    });

    it('say why they are not known, and keep what was', async () => {
      const { stop, declare, get, count } = await start();
      await declare({ entityRefs: [payments] });
      answer = refusal(404);
      await count();
      expect(await get('INC-0001')).toMatchObject({
        impact: {
          unavailable: 'The slo plugin is not installed.',
          objectives: [],
        },
      });
      expect((await get('INC-0001')).sloAffecting).toBeUndefined();
      answer = refs => refs.map(ref => spent(ref, 2));
      await count();
      for (const [code, reason] of [
        [403, /does not let/],
        [undefined, /did not answer/],
      ] as const) {
        answer = refusal(code);
        await count();
        expect(await get('INC-0001')).toMatchObject({
          budgetMinutes: 2,
          impact: {
            unavailable: expect.stringMatching(reason),
            objectives: [{ budgetMinutes: 2 }],
          },
        });
      }
      await stop();
    });

    it('do not overrule what somebody said', async () => {
      const { stop, declare, edit, get, count } = await start();
      await declare({ entityRefs: [payments] });
      await edit('INC-0001', { version: 1, sloAffecting: false });
      answer = refs => refs.map(ref => spent(ref, 2));
      await count();
      expect(await get('INC-0001')).toMatchObject({
        budgetMinutes: 2,
        sloAffecting: false,
      });
      // Nothing measured says nothing.
      await declare({ entityRefs: ['orders'] });
      answer = refs => refs.map(ref => spent(ref, null));
      await count();
      const other = await get('INC-0002');
      expect(other.budgetMinutes).toBeUndefined();
      expect(other.sloAffecting).toBeUndefined();
      await stop();
    });
  },
);
