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
 * How routes find out who calls, and leave a record of what they change.
 *
 * @public
 */
export interface Caller {
  /** Users and services (plugins, external-access tokens). */
  of(request: AnyRequest): Promise<BackstageCredentials>;
  /** Does a write between two audit records; of `medium` severity unless said otherwise. */
  audited<T>(
    request: AnyRequest,
    eventId: string,
    meta: AuditMeta,
    write: (credentials: BackstageCredentials) => Promise<T>,
    severityLevel?: AuditorServiceEventSeverityLevel,
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
    async audited(request, eventId, meta, write, severityLevel = 'medium') {
      const event = await auditor.createEvent({
        eventId,
        severityLevel,
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
