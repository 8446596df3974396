import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import {
  createDeliveryClient,
  type DeliveryClient,
} from '@ghostlight/plugin-delivery-common';

/**
 * The client of the delivery API that the screens use.
 *
 * @public
 */
export const deliveryApiRef = createApiRef<DeliveryClient>({
  id: 'plugin.delivery.client',
});

/** Backstage's fetch finds the backend behind `plugin://delivery` and signs the call. */
export function createFrontendClient(fetchApi: FetchApi): DeliveryClient {
  return createDeliveryClient({
    baseUrl: 'plugin://delivery',
    fetch: fetchApi.fetch,
  });
}
