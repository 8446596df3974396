import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../../shared/connect';
import { WorkerProcess } from '../../shared/WorkerProcess';
import { alertmanagerBody, sentAlerts } from '../backend/alertmanagerBody';
import { stitchedCatalog } from '../backend/stitchedCatalog';
import { entities, flowSeconds, perMinute } from '../sizes';
import type { FlowHandlers } from './flowWorker';

/** Alerts of one request, as a group of Alertmanager's. */
const perRequest = 5;
const warmUpAlerts = 50;
const headers = {
  authorization: 'Bearer mock-service-token',
  'content-type': 'application/json',
};
/** For the last ones to arrive; whatever takes longer counts as lost. */
const patienceMs = 60_000;

export interface Flow {
  /** Seconds from the 202 until the incident was there for others to see, of each alert. */
  latencies: number[];
  /** Peak of the whole backend, megabytes. */
  memory: number;
}

/** Sends alerts at a steady pace to a backend on this database, and times their way to an incident. */
export async function measureFlow(connection: Connection): Promise<Flow> {
  const worker = WorkerProcess.start<FlowHandlers>(
    join(__dirname, 'flowWorker.ts'),
  );
  try {
    const url = await worker.ask('start', connection, entities);
    const services = stitchedCatalog(entities).map(
      ({ metadata }) => metadata.name,
    );
    const serial = 1_000_000_000;
    const alerts = sentAlerts({ services, serial, startsAt: () => Date.now() });
    const accepted = new Map<number, number>();
    const send = async () => {
      const some = Array.from(
        { length: perRequest },
        () => alerts.next().value,
      );
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(alertmanagerBody(some)),
      });
      const at = Date.now();
      const text = await answer.text();
      if (answer.status !== 202) throw new Error(`${answer.status} ${text}`);
      for (const { annotations } of some)
        accepted.set(Number(annotations.serial), at);
    };
    const steadily = async (count: number) => {
      const begun = performance.now();
      const sent: Promise<void>[] = [];
      for (let n = 0; n < count; n += perRequest) {
        const due = begun + (n / perMinute) * 60_000;
        await sleep(Math.max(0, due - performance.now()));
        sent.push(send());
      }
      await Promise.all(sent);
    };
    await steadily(warmUpAlerts);
    await arrived(worker, warmUpAlerts);
    accepted.clear();
    const count = Math.round((perMinute * flowSeconds) / 60);
    await steadily(count);
    const seen = await arrived(worker, warmUpAlerts + accepted.size);
    const latencies = [...accepted].map(([number, at]) => {
      const there = seen.get(number);
      return there === undefined ? Infinity : (there - at) / 1000;
    });
    return { latencies, memory: await worker.ask('memory') };
  } finally {
    await worker.stop();
  }
}

async function arrived(
  worker: WorkerProcess<FlowHandlers>,
  count: number,
): Promise<Map<number, number>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const seen = new Map(await worker.ask('seen'));
    if (seen.size >= count || Date.now() > until) return seen;
    await sleep(200);
  }
}
