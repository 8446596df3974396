import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { RunbooksPaths } from '@ghostlight/plugin-runbooks-common';
import {
  createCaller,
  type EndpointMapOf,
  refuseNul,
  verifyBody,
} from '@ghostlight/reliability-node';
import express from 'express';
import type { Services } from './createServices';
import { document } from './generated/document';
import {
  addExecutionRoutes,
  addExperimentRoutes,
  addRehearsalRoutes,
  addRemediationRoutes,
  addRunbookRoutes,
} from './routes';

const bodyLimit = '1mb';

/**
 * The HTTP API as `schema/openapi.yaml` has it. Users and services (plugins, external-access tokens) may
 * call all of it; what they may see and do is up to the services.
 */
export async function createRouter(options: {
  services: Services;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Promise<express.Router> {
  const { runbooks, executions, policies, experiments, rehearsals } =
    options.services;
  const caller = createCaller(options);
  const router = createValidatedOpenApiRouterFromGeneratedEndpointMap<
    EndpointMapOf<RunbooksPaths>
  >(document, {
    middleware: [
      refuseNul,
      express.json({ limit: bodyLimit, verify: verifyBody }),
    ],
  });
  addRunbookRoutes(router, { service: runbooks, caller });
  addExecutionRoutes(router, { service: executions, caller });
  addRemediationRoutes(router, { service: policies, caller });
  addExperimentRoutes(router, { service: experiments, caller });
  addRehearsalRoutes(router, { service: rehearsals, caller });
  return router;
}
