import type { Entity } from '@backstage/catalog-model';

const longest = 60;

/**
 * The environment that a document names with its label `environment`; undefined where it names none, and
 * its objectives are of wherever the entity is used.
 */
export function environmentOf(entity: Entity | undefined): string | undefined {
  const labels: Record<string, unknown> = entity?.metadata.labels ?? {};
  const named = [labels.environment].flat()[0];
  return typeof named === 'string' && named !== '' && named.length <= longest
    ? named
    : undefined;
}
