import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import type { EndpointMapOf } from '@ghostlight/reliability-node';
import type { TypedRouter } from '@backstage/backend-openapi-utils';

/** The router of the API, typed from its document. */
export type ApiRouter = TypedRouter<EndpointMapOf<IncidentsPaths>>;

/** A request of any of the routes. */
export type AnyRequest = Parameters<HttpAuthService['credentials']>[0];

/** What a record of the audit says about a write. */
export type AuditMeta = {
  [key: string]: string | number | boolean | string[] | undefined;
};

/** How routes find out who calls, and leave a record of what they change. */
export interface Caller {
  /** Users and services (plugins, external-access tokens). */
  of(request: AnyRequest): Promise<BackstageCredentials>;
  /** Does a write between two audit records. */
  audited<T>(
    request: AnyRequest,
    eventId: string,
    meta: AuditMeta,
    write: (credentials: BackstageCredentials) => Promise<T>,
  ): Promise<T>;
}

export function createCaller(options: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Caller {
  const { httpAuth, auditor } = options;
  const of = (request: AnyRequest) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  return {
    of,
    async audited(request, eventId, meta, write) {
      const event = await auditor.createEvent({
        eventId,
        severityLevel: 'medium',
        request,
        meta,
      });
      try {
        const result = await write(await of(request));
        await event.success();
        return result;
      } catch (error) {
        await event.fail({ error: error as Error });
        throw error;
      }
    },
  };
}
