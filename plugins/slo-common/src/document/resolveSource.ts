import { errorAt } from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import type { CompileContext } from './compileObjectives';
import type { Metric } from './SloDocument';

/**
 * The name of the source a metric is read from. A `metricSourceRef` names a DataSource document or
 * else a configured source; `type: Prometheus` alone is the source `default`. Addresses in
 * documents are never used.
 */
export function resolveSource(
  metric: Metric,
  path: string,
  context: CompileContext,
): { name?: string; query: string; findings: Finding[] } {
  const at = `${path}.metricSource`;
  const { metricSourceRef, type, spec } = metric.metricSource;
  const name = sourceName(metricSourceRef, type, context);
  if (!name) {
    return {
      query: '',
      findings: [
        errorAt(`${at}.type`, 'invalid', 'No source of this type is known.', {
          found: type,
          allowed: 'Prometheus | push | composite, or a metricSourceRef',
        }),
      ],
    };
  }
  if (name === 'push' || name === 'composite') {
    return { name, query: '', findings: [] };
  }
  const query = spec?.query;
  if (typeof query !== 'string' || !query.trim()) {
    return {
      query: '',
      findings: [
        errorAt(`${at}.spec.query`, 'missing', 'A metric has a query.', {
          found: query,
          allowed: 'a query in the language of the source, such as PromQL',
        }),
      ],
    };
  }
  const known = context.sourceExists?.(name) ?? true;
  return {
    name,
    query,
    findings: known
      ? []
      : [
          errorAt(
            metricSourceRef ? `${at}.metricSourceRef` : `${at}.type`,
            'unknown-source',
            `No source called ${name} is configured in this portal.`,
            {
              found: metricSourceRef ?? type,
              allowed:
                'a configured source, or a DataSource document whose connectionDetails.source names one',
            },
          ),
        ],
  };
}

function sourceName(
  ref: string | undefined,
  type: string | undefined,
  context: CompileContext,
): string | undefined {
  if (ref) {
    const document = context.lookup('DataSource', ref);
    if (document?.kind !== 'DataSource') {
      return own(ref) ?? ref;
    }
    const source = document.spec.connectionDetails?.source;
    if (typeof source === 'string' && source) return own(source) ?? source;
    return own(document.spec.type) ?? ref;
  }
  if (!type) return undefined;
  return (
    own(type) ?? (type.toLowerCase() === 'prometheus' ? 'default' : undefined)
  );
}

/** The two sources that are the product's own, in any case. */
function own(text: string): 'push' | 'composite' | undefined {
  const lower = text.toLowerCase();
  return lower === 'push' || lower === 'composite' ? lower : undefined;
}
