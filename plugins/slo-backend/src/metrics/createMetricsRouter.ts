import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import { renderMetrics } from './renderMetrics';

/**
 * `GET /metrics`: budgets and burn rates for a Prometheus to scrape. The caller shows the configured
 * token, or credentials of a service such as an external-access token; not those of a person.
 */
export function createMetricsRouter(options: {
  db: Knex;
  httpAuth: HttpAuthService;
  token?: string;
  maxObjectives: number;
}): Router {
  const { db, httpAuth, token, maxObjectives } = options;
  const router = PromiseRouter();
  router.get('/metrics', async (request, response) => {
    if (!(token && showsToken(request, token))) {
      if (!request.headers.authorization)
        throw new AuthenticationError(
          'Show slo.metrics.token or an external-access token as Authorization: Bearer',
        );
      await httpAuth.credentials(request, { allow: ['service'] });
    }
    const { contentType, text } = await renderMetrics(db, maxObjectives);
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
