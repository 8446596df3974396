import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import {
  createRunbooksClient,
  type RunbooksClient,
} from '@ghostlight/plugin-runbooks-common';

/**
 * The client of the runbooks API that the screens use.
 *
 * @public
 */
export const runbooksApiRef = createApiRef<RunbooksClient>({
  id: 'plugin.runbooks.client',
});

/** Backstage's fetch finds the backend behind `plugin://runbooks` and signs the call. */
export function createFrontendClient(fetchApi: FetchApi): RunbooksClient {
  return createRunbooksClient({
    baseUrl: 'plugin://runbooks',
    fetch: fetchApi.fetch,
  });
}
