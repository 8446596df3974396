/**
 * Runs in a process of its own: a whole backend with the real scheduler, and somebody who looks every
 * few milliseconds which alerts are part of an incident.
 */
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Connection } from '../../shared/connect';
import { serve } from '../../shared/serve';
import { IncidentsBackend } from '../backend/IncidentsBackend';
import { stitchedCatalog } from '../backend/stitchedCatalog';

const lookEvery = 50;

interface SeenRow {
  id: number | string;
  annotations: string;
}

/** Notes when somebody else than the pipeline could first see that an alert is part of an incident. */
class Watch {
  readonly seen: [serial: number, at: number][] = [];
  private stopped = false;

  private constructor(private readonly db: Knex, private after: number) {}

  static async start(db: Knex): Promise<Watch> {
    const [{ last }] = await db('alerts').max({ last: 'id' });
    const watch = new Watch(db, Number(last ?? 0));
    void watch.run();
    return watch;
  }

  stop() {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      // One reader writes alerts, so those that are committed later have higher ids.
      const rows: SeenRow[] = await this.db('alerts')
        .join('incidents', 'incidents.number', 'alerts.incident_number')
        .where('alerts.id', '>', this.after)
        .orderBy('alerts.id')
        .select('alerts.id', 'alerts.annotations');
      const now = Date.now();
      for (const { id, annotations } of rows) {
        this.after = Number(id);
        this.seen.push([Number(JSON.parse(annotations).serial), now]);
      }
      await sleep(lookEvery);
    }
  }
}

async function start(connection: Connection, entities: number) {
  const knex = connect(connection);
  const backend = await IncidentsBackend.start({
    knex,
    entities: stitchedCatalog(entities),
    features: [schedulerServiceFactory],
  });
  return { backend, watch: await Watch.start(knex), knex };
}

let worker: Awaited<ReturnType<typeof start>> | undefined;

const handlers = {
  /** @returns where alerts are sent to */
  async start(connection: Connection, entities: number): Promise<string> {
    worker = await start(connection, entities);
    return `${worker.backend.baseUrl}/v1/intake/alertmanager`;
  },
  /** When each alert was first seen to be part of an incident, epoch ms. */
  seen: () => worker?.watch.seen ?? [],
  /** The most that was resident, in megabytes. */
  memory: () => process.resourceUsage().maxRSS / 1e3,
};

/** What it can be asked for. */
export type FlowHandlers = typeof handlers;

serve(handlers, async () => {
  worker?.watch.stop();
  await worker?.backend.stop();
  await worker?.knex.destroy();
});
