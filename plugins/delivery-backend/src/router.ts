import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { DeliveryPaths } from '@ghostlight/plugin-delivery-common';
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
  addChangeRoutes,
  addGateRoutes,
  addRollbackRoutes,
  addRolloutRoutes,
} from './routes';

const bodyLimit = '1mb';

/**
 * The HTTP API as `schema/openapi.yaml` has it, but for the intake of changes. Users and services
 * (plugins, external-access tokens) may call all of it; what they may see and do is up to the services.
 */
export async function createRouter(options: {
  services: Services;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Promise<express.Router> {
  const { changes, gate, rollbacks, rollouts } = options.services;
  const caller = createCaller(options);
  const router = createValidatedOpenApiRouterFromGeneratedEndpointMap<
    EndpointMapOf<DeliveryPaths>
  >(document, {
    middleware: [
      refuseNul,
      express.json({ limit: bodyLimit, verify: verifyBody }),
    ],
  });
  addChangeRoutes(router, { service: changes, caller });
  addRollbackRoutes(router, { service: rollbacks, caller });
  addRolloutRoutes(router, { service: rollouts, caller });
  addGateRoutes(router, { service: gate, caller });
  return router;
}
