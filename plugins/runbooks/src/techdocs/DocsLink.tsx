import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Link, useLiveQuery } from '@ghostlight/reliability-react';
import { docsRouteRef } from '../routes';
import { useRunbooksText } from '../translation';
import { docsOf } from './docsOf';

const HOURLY = 3600_000;

function useDocsRoute() {
  try {
    return useRouteRef(docsRouteRef);
  } catch {
    return undefined;
  }
}

/** To the page of TechDocs that a runbook is; nothing for one that is none, or without TechDocs. */
export function DocsLink({ runbookRef }: { runbookRef: string }) {
  const t = useRunbooksText();
  const catalog = useApi(catalogApiRef);
  const docs = useDocsRoute();
  const { data: entity } = useLiveQuery({
    key: `entity ${runbookRef}`,
    pollEvery: HOURLY,
    enabled: docs !== undefined,
    load: async () => (await catalog.getEntityByRef(runbookRef)) ?? null,
  });
  const page = entity ? docsOf(entity) : undefined;
  if (!docs || !page) return null;
  const { kind, namespace, name } = page.entity;
  const root = docs({
    namespace: namespace.toLocaleLowerCase('en'),
    kind: kind.toLocaleLowerCase('en'),
    name: name.toLocaleLowerCase('en'),
  });
  return <Link href={`${root}/${page.path}`}>{t('docs.read')}</Link>;
}
