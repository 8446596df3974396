/* Runs in a process of its own: a pipeline that kills itself at a stage of its second batch. */
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { defaultIncidentRules } from '@ghostlight/plugin-incidents-common';
import { Leases } from '@ghostlight/reliability-node';
import knexFactory from 'knex';
import { Correlator } from '../../correlation';
import { CatalogGraph } from '../../graph';
import type { IncidentNews } from '../../notifications/IncidentAnnouncer';
import { Pipeline } from '../Pipeline';

const { connection, now, stopAt, entities } = JSON.parse(
  process.env.DYING ?? '{}',
) as {
  connection: object;
  now: number;
  stopAt: string;
  entities: Entity[];
};

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

let batches = 0;

function dieAt(stage: string): void {
  if (stage !== stopAt || batches < 1) return;
  process.stdout.write('dies\n');
  process.kill(process.pid, 'SIGKILL');
}

/** What it does, and dies when the method is called. */
function mortal<T extends object>(
  target: T,
  deaths: Record<string, string>,
): T {
  return new Proxy(target, {
    get(object, key) {
      const value = Reflect.get(object, key);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (typeof key === 'string' && deaths[key]) dieAt(deaths[key]);
        return value.apply(object, args);
      };
    },
  });
}

async function main() {
  const db = knexFactory(connection);
  const graph = CatalogGraph.fromEntities(entities);
  const rules = defaultIncidentRules;
  const pipeline = Pipeline.create({
    db,
    leases: await Leases.create({ database: db, logger: silent }),
    graph: mortal(graph, { named: 'resolve' }),
    rules,
    correlation: () =>
      mortal(Correlator.create({ graph, rules }), {
        place: 'correlate',
        suspects: 'decide',
      }),
    maintenance: {
      during: () => {
        dieAt('suppress');
        return undefined;
      },
    },
    announcer: {
      announce: async (trx, news: IncidentNews[]) => {
        for (const { incident, kind, key, at } of news) {
          if (kind === 'changed') continue;
          await trx('notifications').insert({
            incident_number: incident,
            channel: 'test',
            kind,
            subject: kind,
            target: '{}',
            state: 'waiting',
            key: `${incident}:${key}`,
            created_at: at,
          });
        }
        dieAt('notify');
      },
    },
    logger: silent,
    now: () => now,
    batchSize: 40,
    leaseMs: 700,
    onBatch: () => {
      batches += 1;
      dieAt('committed');
    },
  });
  await pipeline.drain();
  process.stdout.write('lives\n');
  await db.destroy();
}

main().catch(error => {
  process.stdout.write(`${error.stack}\n`);
  process.exitCode = 1;
});
