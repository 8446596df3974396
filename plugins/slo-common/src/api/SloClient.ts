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
export type SloClient = ApiClient<paths>;

/**
 * A client of the slo API. A refusal or failure is thrown as a `ResponseError`.
 *
 * `baseUrl` is the plugin's address (`https://portal/api/slo`, or `plugin://slo` with Backstage's
 * front-end fetch); `fetch` adds the caller's credentials.
 *
 * @public
 */
export function createSloClient(options: {
  baseUrl: string;
  fetch?: typeof fetch;
}): SloClient {
  return createApiClient<paths>(options);
}
