import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * The SLO document to add beside an entity's catalog-info.yaml, with the entity's name filled in:
 * complete and valid, so that only queries and target want a look.
 */
export function exampleDocument(entity?: Entity): string {
  const ref = entity
    ? parseEntityRef(stringifyEntityRef(entity))
    : { kind: 'component', namespace: 'default', name: 'my-service' };
  const { name, namespace } = ref;
  const service =
    ref.kind.toLocaleLowerCase('en') === 'component'
      ? name
      : `${ref.kind}:${name}`;
  const lines = [
    'apiVersion: openslo/v1',
    'kind: SLO',
    'metadata:',
    `  name: ${name}-availability`,
    ...(namespace === 'default' ? [] : [`  namespace: ${namespace}`]),
    'spec:',
    `  description: Share of requests to ${name} that do not fail`,
    `  service: ${service}`,
    '  budgetingMethod: Occurrences',
    '  timeWindow:',
    '    - duration: 30d',
    '      isRolling: true',
    '  objectives:',
    '    - target: 0.999',
    '  indicator:',
    '    metadata:',
    `      name: ${name}-availability`,
    '    spec:',
    '      ratioMetric:',
    '        counter: true',
    '        good:',
    '          metricSource:',
    '            type: Prometheus',
    '            spec:',
    `              query: sum(http_requests_total{service="${name}", code!~"5.."})`,
    '        total:',
    '          metricSource:',
    '            type: Prometheus',
    '            spec:',
    `              query: sum(http_requests_total{service="${name}"})`,
  ];
  return `${lines.join('\n')}\n`;
}
