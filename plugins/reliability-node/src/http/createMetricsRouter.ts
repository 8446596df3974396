import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';

/**
 * `GET /metrics` for a Prometheus to scrape. The caller shows the configured token, or credentials of
 * a service such as an external-access token; not those of a person.
 *
 * @public
 */
export function createMetricsRouter(options: {
  httpAuth: HttpAuthService;
  /** Key of the token in the configuration, for people: `slo.metrics.token`. */
  setting: string;
  token?: string;
  render: () => Promise<{ contentType: string; text: string }>;
}): Router {
  const { httpAuth, setting, token, render } = options;
  const router = PromiseRouter();
  router.get('/metrics', async (request, response) => {
    if (!(token && showsToken(request, token))) {
      if (!request.headers.authorization)
        throw new AuthenticationError(
          `Show ${setting} or an external-access token as Authorization: Bearer`,
        );
      await httpAuth.credentials(request, { allow: ['service'] });
    }
    const { contentType, text } = await render();
    response.type(contentType).send(text);
  });
  return router;
}

/** Compares hashes, which are of one length, in constant time. */
function showsToken(request: Request, token: string): boolean {
  const shown = request.headers.authorization?.match(/^Bearer (.+)$/i)?.[1];
  if (!shown) return false;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(shown), hash(token));
}
