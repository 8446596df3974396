import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { PrometheusMetrics } from '../PrometheusMetrics';
import { readInstances } from '../readInstances';

/** The source that one entry of `delivery.prometheus` makes. */
export function testMetrics(entry: JsonObject & { url: string }) {
  const config = mockServices.rootConfig({
    data: { delivery: { prometheus: [entry] } },
  });
  const [instance] = readInstances(config);
  return PrometheusMetrics.create({
    instance,
    logger: mockServices.logger.mock(),
  });
}

export function component(
  name: string,
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
  };
}
