import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { checkDocument, type SloDocument } from '@ghostlight/plugin-slo-common';

/** Documents that an SLO refers to, from the catalog. What is not there is left out. */
export async function readReferences(
  catalog: CatalogService,
  names: { policy?: string; indicatorRef?: string; source?: string },
  options: { namespace: string; credentials: BackstageCredentials },
): Promise<SloDocument[]> {
  const { namespace, credentials } = options;
  const wanted = [
    { kind: 'ErrorBudgetPolicy', name: names.policy },
    { kind: 'SLI', name: names.indicatorRef },
    { kind: 'DataSource', name: names.source },
  ].flatMap(({ kind, name }) =>
    name && /^[\w.-]+$/.test(name)
      ? [stringifyEntityRef({ kind, namespace, name })]
      : [],
  );
  if (!wanted.length) return [];
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: wanted },
    { credentials },
  );
  return items.flatMap(entity => checkDocument(entity).document ?? []);
}
