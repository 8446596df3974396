import type { Minute } from '@ghostlight/plugin-slo-common';
import { z } from 'zod';
import type { PrometheusClient } from './client/PrometheusClient';
import { PrometheusError } from './PrometheusError';

const runtimeInfo = z.object({ storageRetention: z.string() });

const unitSeconds: Record<string, number> = {
  y: 365 * 86_400,
  w: 7 * 86_400,
  d: 86_400,
  h: 3600,
  m: 60,
  s: 1,
};

/** Seconds of the time in `15d` or `15d or 512MiB`; undefined without one. */
function retentionSeconds(text: string): number | undefined {
  const [time] = text.split(' or ');
  if (!/^(\d+[ywdhms])+$/.test(time)) return undefined;
  let seconds = 0;
  for (const [, count, unit] of time.matchAll(/(\d+)([ywdhms])/g))
    seconds += Number(count) * unitSeconds[unit];
  return seconds || undefined;
}

/** The start of the oldest block, from the metric of a Prometheus that scrapes itself. */
async function fromMetric(
  client: PrometheusClient,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { series } = await client.query(
    'min(prometheus_tsdb_lowest_timestamp_seconds > 0)',
    signal,
  );
  return series[0]?.points[0]?.[1];
}

/** As far back as a Prometheus keeps data by its settings. */
async function fromRetention(
  client: PrometheusClient,
  now: number,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const info = runtimeInfo.safeParse(
    await client.status('runtimeinfo', signal),
  );
  const seconds = info.success
    ? retentionSeconds(info.data.storageRetention)
    : undefined;
  return seconds === undefined ? undefined : now - seconds;
}

/**
 * The oldest minute there can be data for. Thanos, Mimir and VictoriaMetrics tell neither: undefined.
 */
export async function findOldest(
  client: PrometheusClient,
  signal?: AbortSignal,
): Promise<Minute | undefined> {
  const now = Date.now() / 1000;
  for (const ask of [fromMetric, fromRetention]) {
    try {
      const seconds =
        ask === fromMetric
          ? await fromMetric(client, signal)
          : await fromRetention(client, now, signal);
      // An empty store says a time in the far future.
      if (seconds !== undefined && seconds > 0 && seconds < now)
        return Math.floor(seconds / 60);
    } catch (error) {
      if (!(error instanceof PrometheusError)) throw error;
    }
  }
  return undefined;
}
