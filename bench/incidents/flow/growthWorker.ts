/**
 * Runs in a process of its own, so that its memory is the pipeline's: the intake's tables, the pipeline
 * and the notifier, on a clock of their own.
 */
import type { Knex } from 'knex';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { alertmanagerAdapter } from '../../../plugins/incidents-backend/src/adapters/alertmanager-v4';
import { CatalogGraph } from '../../../plugins/incidents-backend/src/graph';
import {
  insertDeliveries,
  readDelivery,
} from '../../../plugins/incidents-backend/src/intake';
import { connect, databaseCpu, type Connection } from '../../shared/connect';
import { ownCpu } from '../../shared/processCpu';
import { serve } from '../../shared/serve';
import { alertmanagerBody, sentAlerts } from '../backend/alertmanagerBody';
import { stitchedCatalog } from '../backend/stitchedCatalog';
import { createPipeline } from './createPipeline';

const migrations = resolvePackagePath(
  '@ghostlight/plugin-incidents-backend',
  'migrations',
);

/** What comes next, and what it costs. */
export interface GrowthStep {
  alerts: number;
  /** Of one batch of the pipeline. */
  perBatch: number;
}

async function start(
  connection: Connection,
  options: { entities: number; beginsAt: number; msPerAlert: number },
) {
  const { entities, beginsAt, msPerAlert } = options;
  const db = connect(connection);
  await db.migrate.latest({ directory: migrations });
  const catalog = stitchedCatalog(entities);
  const services = catalog.map(({ metadata }) => metadata.name);
  const graph = CatalogGraph.fromEntities(catalog);
  const [{ there }] = await db('alerts').count({ there: '*' });
  let sent = Number(there);
  const startsAt = (serial: number) => beginsAt + serial * msPerAlert;
  const now = () => Math.round(startsAt(sent));
  const pipeline = await createPipeline({ db, graph, now });
  const alerts = sentAlerts({ services, serial: sent, startsAt });

  async function append(count: number) {
    const some = Array.from({ length: count }, () => alerts.next().value);
    sent += count;
    const receivedAt = now();
    const content = readDelivery(alertmanagerAdapter, {
      body: alertmanagerBody(some),
      headers: {},
      receivedAt,
    });
    await insertDeliveries(db, [
      {
        ...content,
        adapter: alertmanagerAdapter.id,
        sender: 'bench',
        receivedAt,
        bytes: 0,
      },
    ]);
  }

  return {
    db,
    /** Seconds of processor time that the pipeline and its database took. */
    async take({ alerts: count, perBatch }: GrowthStep): Promise<number> {
      let cpu = 0;
      for (let at = 0; at < count; at += perBatch) {
        await append(Math.min(perBatch, count - at));
        const before = ownCpu() + databaseCpu(connection);
        await pipeline.drain();
        cpu += ownCpu() + databaseCpu(connection) - before;
      }
      return cpu;
    },
    async counts() {
      const count = async (query: Knex.QueryBuilder) => {
        const [{ n }] = await query.count({ n: '*' });
        return Number(n);
      };
      return {
        open: await count(db('alerts').where('status', 'firing')),
        incidents: await count(db('incidents').whereNull('merged_into')),
        waiting: await count(db('inbox').whereNull('outcome')),
      };
    },
  };
}

let worker: Awaited<ReturnType<typeof start>> | undefined;

const handlers = {
  /** May be another database than before. */
  async start(...options: Parameters<typeof start>): Promise<void> {
    await worker?.db.destroy();
    worker = await start(...options);
  },
  take: (step: GrowthStep) => worker!.take(step),
  counts: () => worker!.counts(),
  /** The most that was resident, in megabytes. */
  memory: () => process.resourceUsage().maxRSS / 1e3,
};

/** What it can be asked for. */
export type GrowthHandlers = typeof handlers;

serve(handlers, async () => worker?.db.destroy());
