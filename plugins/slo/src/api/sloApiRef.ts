import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import { createSloClient, type SloClient } from '@ghostlight/plugin-slo-common';

/**
 * The client of the slo API that the screens use.
 *
 * @public
 */
export const sloApiRef = createApiRef<SloClient>({ id: 'plugin.slo.client' });

/** Backstage's fetch finds the backend behind `plugin://slo` and signs the call. */
export function createFrontendClient(fetchApi: FetchApi): SloClient {
  return createSloClient({ baseUrl: 'plugin://slo', fetch: fetchApi.fetch });
}
