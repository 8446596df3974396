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
export type RunbooksClient = ApiClient<paths>;

/**
 * A client of the runbooks API. A refusal or failure is thrown as a `ResponseError`.
 *
 * `baseUrl` is the plugin's address (`https://portal/api/runbooks`, or `plugin://runbooks` with
 * Backstage's front-end fetch); `fetch` adds the caller's credentials.
 *
 * @public
 */
export function createRunbooksClient(options: {
  baseUrl: string;
  fetch?: typeof fetch;
}): RunbooksClient {
  return createApiClient<paths>(options);
}
