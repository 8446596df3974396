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
export type DeliveryClient = ApiClient<paths>;

/**
 * A client of the delivery API. A refusal or failure is thrown as a `ResponseError`.
 *
 * `baseUrl` is the plugin's address (`https://portal/api/delivery`, or `plugin://delivery` with Backstage's
 * front-end fetch); `fetch` adds the caller's credentials.
 *
 * @public
 */
export function createDeliveryClient(options: {
  baseUrl: string;
  fetch?: typeof fetch;
}): DeliveryClient {
  return createApiClient<paths>(options);
}
