import { InputError } from '@backstage/errors';
import type { MetricName } from '@ghostlight/plugin-delivery-common';

/** Queries by what they measure; `errors` and `requests` are counters without a range. */
export type TemplateName = MetricName | 'errors' | 'requests';

/**
 * What is asked when nothing else is configured: request metrics as client libraries export them,
 * containers as cAdvisor and kube-state-metrics do.
 */
export const defaultTemplates: Record<TemplateName, string> = {
  errors:
    'sum(increase(http_requests_total{ {{selector}},code=~"5.." }[{{window}}]))',
  requests: 'sum(increase(http_requests_total{ {{selector}} }[{{window}}]))',
  error_rate:
    '(sum(rate(http_requests_total{ {{selector}},code=~"5.." }[{{window}}])) or vector(0)) / (sum(rate(http_requests_total{ {{selector}} }[{{window}}])) > 0)',
  latency_p95:
    'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{ {{selector}} }[{{window}}])))',
  throughput: 'sum(rate(http_requests_total{ {{selector}} }[{{window}}]))',
  cpu: 'max(sum by (pod) (rate(container_cpu_usage_seconds_total{ {{workload}},container!="",container!="POD" }[{{window}}])) / sum by (pod) (kube_pod_container_resource_limits{ {{workload}},resource="cpu" }))',
  memory:
    'max(sum by (pod) (container_memory_working_set_bytes{ {{workload}},container!="",container!="POD" }) / sum by (pod) (kube_pod_container_resource_limits{ {{workload}},resource="memory" }))',
  llm_quality_score: 'avg(llm_quality_score{ {{selector}} })',
};

export const templateNames = Object.keys(defaultTemplates) as TemplateName[];

const placeholder = /\{\{\s*(\w+)\s*\}\}/g;
const known = ['selector', 'workload', 'window'];

/** Whether it is about containers rather than requests. */
export function isOfWorkload(template: string): boolean {
  return placeholdersOf(template).includes('workload');
}

/** @throws InputError when it asks for what is not known, or for all entities alike */
export function checkTemplate(template: string): void {
  const used = placeholdersOf(template);
  const other = used.find(name => !known.includes(name));
  if (other)
    throw new InputError(
      `{{${other}}} is not known; there are ${known
        .map(name => `{{${name}}}`)
        .join(', ')}`,
    );
  if (!used.includes('selector') && !used.includes('workload'))
    throw new InputError(
      'without {{selector}} or {{workload}} it would say the same of all entities',
    );
}

/** Values are put in as they are: whoever makes them has quoted what is in them. */
export function fillTemplate(
  template: string,
  values: Record<'selector' | 'workload' | 'window', string>,
): string {
  return template.replace(
    placeholder,
    (_, name: keyof typeof values) => values[name],
  );
}

function placeholdersOf(template: string): string[] {
  return [...template.matchAll(placeholder)].map(([, name]) => name);
}
