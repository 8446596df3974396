import type { TypedRouter } from '@backstage/backend-openapi-utils';
import type { RunbooksPaths } from '@ghostlight/plugin-runbooks-common';
import type { EndpointMapOf } from '@ghostlight/reliability-node';

/** The router of the API, typed from its document. */
export type ApiRouter = TypedRouter<EndpointMapOf<RunbooksPaths>>;
