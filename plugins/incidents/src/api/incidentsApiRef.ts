import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import {
  createIncidentsClient,
  type IncidentsClient,
} from '@ghostlight/plugin-incidents-common';

/**
 * The client of the incidents API that the screens use.
 *
 * @public
 */
export const incidentsApiRef = createApiRef<IncidentsClient>({
  id: 'plugin.incidents.client',
});

/** Backstage's fetch finds the backend behind `plugin://incidents` and signs the call. */
export function createFrontendClient(fetchApi: FetchApi): IncidentsClient {
  return createIncidentsClient({
    baseUrl: 'plugin://incidents',
    fetch: fetchApi.fetch,
  });
}
