import type { TypedRouter } from '@backstage/backend-openapi-utils';
import type { DeliveryPaths } from '@ghostlight/plugin-delivery-common';
import type { EndpointMapOf } from '@ghostlight/reliability-node';

/** The router of the API, typed from its document. */
export type ApiRouter = TypedRouter<EndpointMapOf<DeliveryPaths>>;
