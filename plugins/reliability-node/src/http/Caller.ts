import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';

/**
 * A request of any of the routes.
 *
 * @public
 */
export type AnyRequest = Parameters<HttpAuthService['credentials']>[0];

/**
 * What a record of the audit says about a write.
 *
 * @public
 */
export type AuditMeta = {
  [key: string]: string | number | boolean | string[] | undefined;
};

/**
 * How a write is recorded.
 *
 * @public
 */
export interface AuditOptions<T> {
  /** Default: `medium`. */
  severityLevel?: AuditorServiceEventSeverityLevel;
  /** What the record of its success says besides. */
  outcome?(result: T): AuditMeta;
}

/**
 * How routes find out who calls, and leave a record of what they change.
 *
 * @public
 */
export interface Caller {
  /** Users and services (plugins, external-access tokens). */
  of(request: AnyRequest): Promise<BackstageCredentials>;
  /** Does a write between two audit records. */
  audited<T>(
    request: AnyRequest,
    eventId: string,
    meta: AuditMeta,
    write: (credentials: BackstageCredentials) => Promise<T>,
    options?: AuditOptions<T>,
  ): Promise<T>;
}

/** @public */
export function createCaller(options: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Caller {
  const { httpAuth, auditor } = options;
  const of = (request: AnyRequest) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  return {
    of,
    async audited(request, eventId, meta, write, recorded = {}) {
      const { severityLevel = 'medium', outcome } = recorded;
      const event = await auditor.createEvent({
        eventId,
        severityLevel,
        request,
        meta,
      });
      try {
        const result = await write(await of(request));
        await event.success(outcome && { meta: outcome(result) });
        return result;
      } catch (error) {
        await event.fail({ error: error as Error });
        throw error;
      }
    },
  };
}
