import {
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLiveQuery } from '@ghostlight/reliability-react';
import { DOCS_OF, DOCS_PATH, isPage } from './docsOf';

const HOURLY = 3600_000;
const annotation = (name: string) => `metadata.annotations.${name}`;

/** Refs of the runbooks that are a page of the documentation of an entity. */
export function useRunbooksOfPage(
  of: CompoundEntityRef,
  address: string,
): string[] {
  const catalog = useApi(catalogApiRef);
  const ref = stringifyEntityRef(of);
  const runbooks = useLiveQuery({
    key: `runbooks in the documentation of ${ref}`,
    pollEvery: HOURLY,
    load: async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: 'Runbook', [annotation(DOCS_OF)]: ref },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          annotation(DOCS_OF),
          annotation(DOCS_PATH),
        ],
      });
      return items;
    },
  });
  return (runbooks.data ?? [])
    .filter(entity => isPage(entity, of, address))
    .map(entity => stringifyEntityRef(entity));
}
