import {
  DELIVERY_SIGNAL_CHANNEL,
  type DeliveryClient,
} from '@ghostlight/plugin-delivery-common';
import { createApiHooks, type ApiHooks } from '@ghostlight/reliability-react';
import { deliveryApiRef } from '../api';

const hooks: ApiHooks<DeliveryClient> = createApiHooks({
  apiRef: deliveryApiRef,
  channel: DELIVERY_SIGNAL_CHANNEL,
});

export const useDeliveryQuery = hooks.useApiQuery;
export const useDeliveryPages = hooks.useApiPages;
