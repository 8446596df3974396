import type {
  HttpAuthService,
  HttpRouterServiceAuthPolicy,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import express, {
  type ErrorRequestHandler,
  type Request,
  type Response,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import type { AdapterRegistry } from './AdapterRegistry';
import { Doorkeeper } from './Doorkeeper';
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

/** Seconds after which a sender is to try again. */
const retryAfter = 5;

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
  const doorkeeper = Doorkeeper.create(options);
  const router = PromiseRouter();
  const raw = express.raw({ type: () => true, limit: maxBody });

  router.post('/v1/intake/:adapter', async (request, response) => {
    const registered = registry.get(request.params.adapter);
    const byToken = await doorkeeper.byToken(request, registered);
    const body = await readRaw(request, response);
    const sender =
      byToken ?? (await doorkeeper.bySignature(request, body, registered));
    const { adapter, greet } = registered;
    if (await greet?.(body)) {
      response.status(202).json(nothing);
      return;
    }
    const { headers } = request;
    const receipt = await intake.take({ adapter, sender, body, headers });
    response.status(202).json(receipt);
  });
  router.use('/v1/intake', explain(maxBody));
  return router;

  function readRaw(request: Request, response: Response): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      raw(request, response, (error?: unknown) => {
        if (error) reject(error);
        else
          resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.of());
      });
    });
  }
}

/** Says what a sender is to do; the answer itself is the framework's. */
function explain(maxBody: number): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (isError(error)) {
      if (error.name === 'PayloadTooLargeError')
        error.message = `The body is larger than ${maxBody} bytes. Send less at a time, or raise incidents.intake.maxBodySize`;
      if (error.name === 'ServiceUnavailableError')
        response.setHeader('Retry-After', String(retryAfter));
    }
    next(error);
  };
}
