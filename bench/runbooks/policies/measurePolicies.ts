import type { Runs } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import {
  considerIncident,
  type RemediationContext,
} from '../../../plugins/runbooks-backend/src/remediation';
import {
  connect,
  databaseCpu,
  type Connection,
  type DatabaseKind,
} from '../../shared/connect';
import type { Databases } from '../../shared/databases';
import { quick } from '../../shared/quick';
import { formatSeconds, type Report } from '../../shared/Report';
import { auth, contextOf, migrations, payments } from '../contextOf';
import { alertOf, fillPolicies } from './fillPolicies';

const sizes = quick ? [200, 1_000] : [200, 1_000, 10_000];
const matches = [0, 10, 100];
const rounds = quick ? 3 : 7;
const mostGrowth = 1.5;

/**
 * The processor time that it takes to consider an incident, by how many policies there are and how many of them are for
 * it: databases of all sizes take turns. It should grow with those that are for it alone.
 */
export async function measurePolicies(
  report: Report,
  { databases, kind }: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  const made = [];
  try {
    for (const size of sizes) {
      const connection = await databases.make(kind, `policies_${size}`);
      const db = connect(connection);
      made.push({ size, connection, db });
      await db.migrate.latest({ directory: migrations });
      await fillPolicies(db, { policies: size, matches });
      await db.raw('analyze');
    }
    const spent = new Map<string, { seconds: number; times: number }>();
    for (let round = -1; round < rounds; round++)
      for (const { size, db, connection } of made)
        for (const n of matches) {
          const key = `${size} ${n}`;
          // Of what takes no time many are needed; the first round warms up.
          const times = n ? 1 : 50;
          const before = processorTime(connection);
          for (let time = 0; time < times; time++)
            await consider(db, n, `INC-${round + 2}-${n}-${time}`);
          const seconds = processorTime(connection) - before;
          const all = spent.get(key) ?? { seconds: 0, times: 0 };
          if (round >= 0)
            spent.set(key, {
              seconds: all.seconds + seconds,
              times: all.times + times,
            });
        }
    const of = (size: number, n: number) => {
      const { seconds, times } = spent.get(`${size} ${n}`)!;
      return seconds / times;
    };
    const [least, ...more] = sizes;
    for (const n of matches)
      for (const size of more) {
        const ratio = of(size, n) / of(least, n);
        report.add({
          what: `an incident that ${n} of ${size.toLocaleString(
            'en',
          )} policies are for, ${kind}`,
          ours: formatSeconds(of(size, n)),
          theirs: `${formatSeconds(of(least, n))} with ${least} policies`,
          ratio: `${ratio.toFixed(2)}×`,
          required: `at most ${mostGrowth}×`,
          passed: ratio <= mostGrowth,
        });
      }
    const last = sizes[sizes.length - 1];
    report.add({
      what: `each policy that is for it, ${kind}`,
      ours: formatSeconds((of(last, 100) - of(last, 0)) / 100),
      theirs: `${formatSeconds((of(last, 10) - of(last, 0)) / 10)} of ten`,
      ratio: `${(
        (of(last, 100) - of(last, 0)) /
        10 /
        (of(last, 10) - of(last, 0))
      ).toFixed(2)}×`,
    });
  } finally {
    for (const { connection, db } of made) {
      await db.destroy();
      await databases.drop(connection);
    }
  }
}

/** Seconds that this process and the database's own have worked: the clock also counts what others do. */
function processorTime(connection: Connection): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + databaseCpu(connection);
}

async function consider(db: Knex, n: number, id: string): Promise<void> {
  await considerIncident(contextFor(db, n), id);
  if (!n) return;
  const [made] = await db('attempts')
    .where({ incident_id: id })
    .count({ proposed: '*' });
  if (Number(made.proposed) !== n)
    throw new Error(`${made.proposed} of ${n} policies proposed something`);
}

/** One incident with one alert; nobody else has anything to say. */
function contextFor(db: Knex, n: number): RemediationContext {
  const incidents = {
    getIncident: async (id: string) => ({
      id,
      severity: 'SEV2',
      status: 'investigating',
      entities: [{ entityRef: payments }],
    }),
    listAlerts: async () => ({
      items: [
        {
          name: alertOf(n),
          labels: {},
          status: 'firing',
          entityRef: payments,
        },
      ],
    }),
    listIncidents: async () => ({ items: [] }),
  } as unknown as IncidentsService;
  const delivery = {
    listDeployments: async () => ({ items: [], total: 0 }),
  } as unknown as DeliveryService;
  return {
    ...contextOf(db, {} as Runs),
    auth,
    incidents,
    delivery,
    approval: { tiers: [], irreversible: false, waits: 0 },
    append: async () => undefined,
    changed: () => undefined,
  };
}
