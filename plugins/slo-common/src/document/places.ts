import type { Finding, Objective } from '../objective';

const queryNames = new Set(['good', 'bad', 'total', 'raw', 'threshold']);

/** Path of the target of an objective; of the first one where that is not known. */
export function targetPlace({ place }: Pick<Objective, 'place'>): string {
  return place?.target ?? 'spec.objectives[0].target';
}

/** Path of a member of a composite. */
export function memberPlace(
  { place }: Pick<Objective, 'place'>,
  index: number,
): string {
  const indicator = place?.indicator ?? 'spec.indicator.spec';
  return indicator.endsWith('.spec')
    ? `${indicator}.ratioMetric.raw.metricSource.spec.members[${index}].ref`
    : indicator;
}

/**
 * What a source finds in the queries of an indicator, at its place in the document: as a source says
 * it, the path of a finding is the name of the query. One in an SLI document that several objectives
 * may share points to the reference.
 *
 * @public
 */
export function placeQueryFindings(
  findings: Finding[],
  { place }: Pick<Objective, 'place'>,
): Finding[] {
  const indicator = place?.indicator ?? 'spec.indicator.spec';
  return findings.map(finding =>
    queryNames.has(finding.path)
      ? { ...finding, path: queryPlace(indicator, finding.path) }
      : finding,
  );
}

function queryPlace(indicator: string, query: string): string {
  if (!indicator.endsWith('.spec')) return indicator;
  const metric =
    query === 'threshold' ? 'thresholdMetric' : `ratioMetric.${query}`;
  return `${indicator}.${metric}.metricSource.spec.query`;
}
