import {
  createApiClient,
  type ApiClient,
} from '@ghostlight/reliability-common';
import type { paths } from '../generated/openapi';

/**
 * The API by path and method, typed from its OpenAPI document.
 *
 * @public
 */
export type IncidentsClient = ApiClient<paths>;

/**
 * A client of the incidents API. A refusal or failure is thrown as a `ResponseError`.
 *
 * `baseUrl` is the plugin's address (`https://portal/api/incidents`, or `plugin://incidents` with Backstage's
 * front-end fetch); `fetch` adds the caller's credentials.
 *
 * @public
 */
export function createIncidentsClient(options: {
  baseUrl: string;
  fetch?: typeof fetch;
}): IncidentsClient {
  return createApiClient<paths>(options);
}
