import type {
  HttpAuthService,
  HttpRouterServiceAuthPolicy,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { intakeWritePermission } from '@ghostlight/plugin-incidents-common';
import {
  createRawBodyReader,
  Doorkeeper,
  explainIntake,
  type Door,
} from '@ghostlight/reliability-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AdapterRegistry, RegisteredAdapter } from './AdapterRegistry';
import type { Intake } from './Intake';

/** The route answers for its own credentials: a vendor's signature is none that Backstage knows. */
export const intakeAuthPolicy: HttpRouterServiceAuthPolicy = {
  path: '/v1/intake',
  allow: 'unauthenticated',
};

/** The receipt of a handshake. */
const nothing = {
  accepted: 0,
  quarantined: 0,
  duplicate: false,
  truncated: 0,
};

/**
 * `POST /v1/intake/:adapter`: any content type, the raw body, 202 once it is durable. To be mounted
 * before anything that parses bodies, with {@link intakeAuthPolicy}.
 */
export function createIntakeRouter(options: {
  registry: AdapterRegistry;
  intake: Intake;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  /** Bytes, after decompression. */
  maxBody: number;
}): Router {
  const { registry, intake, maxBody } = options;
  const doorkeeper = Doorkeeper.create({
    ...options,
    permission: intakeWritePermission,
  });
  const router = PromiseRouter();
  const readRaw = createRawBodyReader(maxBody);

  router.post('/v1/intake/:adapter', async (request, response) => {
    const registered = registry.get(request.params.adapter);
    const door = doorOf(registered);
    const byToken = await doorkeeper.byToken(request, door);
    const body = await readRaw(request, response);
    const sender =
      byToken ?? (await doorkeeper.bySignature(request, body, door));
    const { adapter, greet } = registered;
    if (await greet?.(body)) {
      response.status(202).json(nothing);
      return;
    }
    const { headers } = request;
    const receipt = await intake.take({ adapter, sender, body, headers });
    response.status(202).json(receipt);
  });
  router.use(
    '/v1/intake',
    explainIntake({ maxBody, setting: 'incidents.intake.maxBodySize' }),
  );
  return router;
}

function doorOf({ adapter, signature, secrets }: RegisteredAdapter): Door {
  return {
    title: adapter.title,
    signature,
    secrets,
    missing:
      adapter.signature &&
      `For a ${adapter.signature.title}, set incidents.intake.adapters.${adapter.id}.secrets`,
  };
}
