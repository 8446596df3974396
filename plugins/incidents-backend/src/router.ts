import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import {
  createCaller,
  type EndpointMapOf,
  refuseNul,
  verifyBody,
} from '@ghostlight/reliability-node';
import { isError } from '@backstage/errors';
import express, { type RequestHandler } from 'express';
import { document } from './generated/document';
import {
  addInboxRoutes,
  addIncidentRoutes,
  addLearningRoutes,
  addNotificationRoutes,
  addOncallRoutes,
  addRecordRoutes,
  addRuleRoutes,
  addTriageRoutes,
} from './routes';
import type { Services } from './createServices';

/** Room for a postmortem, five hundred imported incidents, or a case with some nine thousand series. */
const bodyLimit = '8mb';
const json = express.json({ limit: bodyLimit, verify: verifyBody });

/** Says what to do about a body that is too large. */
const readBody: RequestHandler = (req, res, next) =>
  json(req, res, error => {
    if (isError(error) && error.name === 'PayloadTooLargeError')
      error.message = req.path.endsWith('/triage/replay')
        ? 'The case is larger than 8 MB. Leave out series that show nothing, or use `ghostlight triage replay FILE`, which has no limit'
        : 'The body is larger than 8 MB. Send less at a time';
    next(error);
  });

/**
 * The HTTP API as `schema/openapi.yaml` has it, but for the intake. Users and services (plugins,
 * external-access tokens) may call all of it; what they may see and do is up to the services.
 */
export async function createRouter(options: {
  services: Services;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Promise<express.Router> {
  const { incidents, inbox, learning, notifications, oncall, triage } =
    options.services;
  const caller = createCaller(options);
  const router = createValidatedOpenApiRouterFromGeneratedEndpointMap<
    EndpointMapOf<IncidentsPaths>
  >(document, {
    middleware: [refuseNul, readBody],
  });
  addInboxRoutes(router, { service: inbox, caller });
  addRuleRoutes(router, { service: inbox, caller });
  addLearningRoutes(router, { service: learning, caller });
  addIncidentRoutes(router, { service: incidents, caller });
  addRecordRoutes(router, { service: incidents, caller });
  addOncallRoutes(router, { service: oncall, caller });
  addNotificationRoutes(router, { service: notifications, caller });
  addTriageRoutes(router, { service: triage, caller });
  return router;
}
