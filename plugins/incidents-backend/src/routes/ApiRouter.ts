import type { TypedRouter } from '@backstage/backend-openapi-utils';
import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import type { EndpointMapOf } from '@ghostlight/reliability-node';

/** The router of the API, typed from its document. */
export type ApiRouter = TypedRouter<EndpointMapOf<IncidentsPaths>>;
