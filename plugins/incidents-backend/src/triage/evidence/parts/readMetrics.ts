import type { Series, Signals } from '@ghostlight/plugin-slo-common';
import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import { isMissing, say } from '@ghostlight/reliability-node';
import { eachOf } from '../eachOf';
import type { EvidencePart, PartContext } from '../EvidencePart';

type MetricSeries = NonNullable<TriageCase['metrics']>[number];
type Kind = MetricSeries['kind'];

const mostEntities = 10;
const mostObjectives = 12;
const atOnce = 4;
/** Series say what is unusual only beside what is usual: so many times as long before as during. */
const history = 2;

const signalKinds: [keyof Signals['latest'], Kind, string][] = [
  ['p99', 'latency', 's'],
  ['p95', 'latency', 's'],
  ['traffic', 'requests', '1/s'],
  ['errors', 'errors', 'share'],
  ['saturation', 'saturation', 'share'],
  ['cpu', 'cpu', 'share'],
  ['memory', 'memory', 'share'],
  ['connections', 'connections', 'share'],
  ['queue', 'queue', 'waiting'],
];

/**
 * Golden signals and resources of what is affected and what it depends on, minute by minute, and where
 * no requests are measured the share of bad events of its objectives.
 */
export async function readMetrics(context: PartContext): Promise<EvidencePart> {
  const { slo, credentials, signal, scope } = context;
  const { during } = scope;
  const span = {
    from: (during.from - history * (during.to - during.from)) / 1000,
    to: during.to / 1000,
  };
  const refs = scope.near
    .filter(ref => !ref.startsWith('system:'))
    .slice(0, mostEntities);
  if (!refs.length) return {};
  const [found, { items: objectives }] = await Promise.all([
    eachOf(refs, atOnce, ref =>
      slo.getSignals(ref, { credentials, signal }).catch(error => {
        // Of an entity that the asking user may not see.
        if (isMissing(error) || isRefusal(error)) return undefined;
        throw error;
      }),
    ),
    slo.listObjectives(
      { entityRef: refs, limit: mostObjectives },
      { credentials },
    ),
  ]);
  const metrics = found.flatMap(signals =>
    signals ? ofSignals(signals, span) : [],
  );
  const known = new Set(
    metrics
      .filter(({ kind }) => kind === 'errors')
      .map(({ entityRef }) => entityRef),
  );
  const asked = objectives.filter(({ entityRef }) => !known.has(entityRef));
  const series = await eachOf(asked, atOnce, each =>
    slo.getSeries({ ref: each.ref, ...span }, { credentials, signal }),
  );
  asked.forEach(({ entityRef, title }, place) =>
    metrics.push(...ofObjective(entityRef, title, series[place])),
  );
  return {
    case: { metrics },
    ...(!metrics.length && {
      missing: [
        say(
          'triage.missing.measured',
          'No metrics: nothing of what is affected was measured then',
        ),
      ],
    }),
  };
}

interface Span {
  from: number;
  to: number;
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && 'statusCode' in error && error.statusCode === 403
  );
}

function ofSignals({ entityRef, history: kept }: Signals, span: Span) {
  const minutes = Math.floor((span.to - span.from) / 60);
  const inSpan = kept.filter(({ at }) => at >= span.from && at < span.to);
  if (!inSpan.length) return [];
  return signalKinds.flatMap(([name, kind, unit]) => {
    const values = Array<number | null>(minutes).fill(null);
    for (const reading of inSpan)
      values[Math.floor((reading.at - span.from) / 60)] = reading[name] ?? null;
    return seriesOf({ entityRef, name, kind, unit }, span.from, 60, values);
  });
}

function ofObjective(entityRef: string, title: string, series: Series) {
  const { buckets, from, width } = series;
  const measured = buckets.map(bucket =>
    bucket.measured > 0 && bucket.total > 0 ? bucket : undefined,
  );
  return [
    ...seriesOf(
      {
        entityRef,
        name: `${title}: bad events`,
        kind: 'errors',
        unit: 'share',
      },
      from,
      width,
      measured.map(each => each && (each.total - each.good) / each.total),
    ),
    ...seriesOf(
      { entityRef, name: `${title}: events`, kind: 'requests', unit: '1/s' },
      from,
      width,
      measured.map(each => each && each.total / width),
    ),
  ];
}

function seriesOf(
  about: Pick<MetricSeries, 'entityRef' | 'name' | 'kind' | 'unit'>,
  start: number,
  step: number,
  values: (number | null | undefined)[],
): MetricSeries[] {
  if (values.every(value => value === null || value === undefined)) return [];
  return [
    {
      id: `metric:${about.entityRef}:${about.name}`.slice(0, 300),
      ...about,
      start: new Date(start * 1000).toISOString(),
      step,
      values: values.map(value => value ?? null),
    },
  ];
}
