import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  createRunbooksClient,
  type ActionInfo,
} from '@ghostlight/plugin-runbooks-common';
import { dataOf, useLiveQuery } from '@ghostlight/reliability-react';

/** The actions that are installed, by title. */
export function useActions() {
  const { fetch } = useApi(fetchApiRef);
  return useLiveQuery<ActionInfo[]>({
    key: 'scaffolder-runbook-actions',
    pollEvery: 3_600_000,
    async load(signal) {
      const client = createRunbooksClient({
        baseUrl: 'plugin://runbooks',
        fetch,
      });
      const { items } = await dataOf(
        client.request('get', '/v1/actions', { signal }),
      );
      return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  });
}
