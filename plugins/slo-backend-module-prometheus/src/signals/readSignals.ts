import { printQuery } from '@ghostlight/plugin-slo-common';
import type { SignalReading } from '@ghostlight/plugin-slo-node';
import type { PrometheusClient } from '../client/PrometheusClient';
import type { AnswerSeries } from '../client/parseAnswer';
import { PrometheusError } from '../PrometheusError';
import type { SignalProfile } from '../readInstances';
import { signalQueries } from './signalQueries';
import type { SignalQuery } from './signalQueries';

/** Finite values by the labels asked for; the first of several series of one name stands. */
function byLabels(
  series: AnswerSeries[],
  labels: string[],
): Map<string, { value: number; at: number }> {
  const values = new Map<string, { value: number; at: number }>();
  for (const { labels: found, points } of series) {
    const key = JSON.stringify(labels.map(label => found[label] ?? ''));
    const [at, value] = points[0] ?? [0, NaN];
    if (Number.isFinite(value) && !values.has(key))
      values.set(key, { value, at });
  }
  return values;
}

/**
 * Reads the golden signals and resources of all entities with twelve queries. What one of them lacks
 * is left out; entities without any are left out altogether.
 *
 * @throws PrometheusError when no query is answered.
 */
export async function readSignals(options: {
  client: PrometheusClient;
  profile: SignalProfile;
  entities: { entityRef: string; name: string }[];
  signal?: AbortSignal;
}): Promise<SignalReading[]> {
  const { client, profile, entities, signal } = options;
  if (!entities.length) return [];
  const queries = signalQueries(
    profile,
    entities.map(({ name }) => name),
  );
  const names = Object.keys(queries) as SignalQuery[];
  const answers = new Map<SignalQuery, AnswerSeries[]>();
  const failures: PrometheusError[] = [];
  await Promise.all(
    names.map(async name => {
      try {
        const answer = await client.query(printQuery(queries[name]), signal);
        answers.set(name, answer.series);
      } catch (error) {
        if (!(error instanceof PrometheusError)) throw error;
        failures.push(error);
      }
    }),
  );
  if (!answers.size) throw failures[0];

  const { serviceLabel, endpointLabel } = profile;
  const service = (name: SignalQuery) =>
    byLabels(answers.get(name) ?? [], [serviceLabel]);
  const values = {
    p50: service('p50'),
    p95: service('p95'),
    p99: service('p99'),
    traffic: service('traffic'),
    errors: service('errors'),
    saturation: service('saturation'),
    cpu: service('cpu'),
    memory: service('memory'),
    connections: service('connections'),
    queue: service('queue'),
  };
  const latencies = byLabels(answers.get('endpointP99') ?? [], [
    serviceLabel,
    endpointLabel,
  ]);
  const endpoints = new Map<string, SignalReading['endpoints']>();
  for (const { labels, points } of answers.get('endpointTraffic') ?? []) {
    const owner = labels[serviceLabel] ?? '';
    const endpoint = labels[endpointLabel];
    const traffic = points[0]?.[1];
    if (!endpoint || !Number.isFinite(traffic)) continue;
    const list = endpoints.get(owner) ?? [];
    const p99 = latencies.get(JSON.stringify([owner, endpoint]))?.value;
    if (list.length < profile.endpoints)
      list.push({ endpoint, traffic, ...(p99 !== undefined && { p99 }) });
    endpoints.set(owner, list);
  }

  return entities.flatMap(({ entityRef, name }) => {
    const key = JSON.stringify([name]);
    const found = Object.entries(values).flatMap(([signalName, map]) => {
      const reading = map.get(key);
      return reading ? [{ signalName, ...reading }] : [];
    });
    if (!found.length) return [];
    const reading: SignalReading = {
      entityRef,
      at: Math.floor(found[0].at),
      endpoints: (endpoints.get(name) ?? []).sort(
        (a, b) => (b.traffic ?? 0) - (a.traffic ?? 0),
      ),
    };
    for (const { signalName, value } of found)
      reading[signalName as keyof typeof values] = value;
    // A share of the requests; none failed where none are counted.
    delete reading.errors;
    if (reading.traffic && answers.has('errors'))
      reading.errors = Math.min(
        1,
        (values.errors.get(key)?.value ?? 0) / reading.traffic,
      );
    return [reading];
  });
}
