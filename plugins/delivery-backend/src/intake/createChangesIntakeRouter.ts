import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { changeWritePermission } from '@ghostlight/plugin-delivery-common';
import type { ChangeAdapter } from '@ghostlight/plugin-delivery-node';
import {
  createRawBodyReader,
  Doorkeeper,
  explainIntake,
} from '@ghostlight/reliability-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { ChangeFeed } from '../changes';
import { AdapterDirectory } from './AdapterDirectory';
import { ChangeIntake } from './ChangeIntake';
import { readIntakeConfig } from './readIntakeConfig';

/**
 * `POST /v1/changes/:adapter`: any content type, the raw body, 202 once it is durable. To be mounted
 * before anything that parses bodies, where requests
 * without a credential come through: a vendor's signature is none that Backstage knows.
 */
export function createChangesIntakeRouter(options: {
  /** By id. */
  adapters: ReadonlyMap<string, ChangeAdapter>;
  /** By id: one of an adapter's id is another sender, and its keys are others. */
  sources?: ReadonlyMap<string, unknown>;
  /** The section `delivery`. */
  config?: Config;
  db: Knex;
  feed: ChangeFeed;
  httpAuth: HttpAuthService;
  now: () => number;
  permissions: PermissionsService;
}): Router {
  const { config } = options;
  const adapters = AdapterDirectory.create({
    adapters: options.adapters.values(),
    delivery: config,
  });
  const { maxBody } = readIntakeConfig(config);
  const intake = ChangeIntake.create(options);
  const doorkeeper = Doorkeeper.create({
    ...options,
    permission: changeWritePermission,
  });
  const readRaw = createRawBodyReader(maxBody);
  const router = PromiseRouter();
  router.post('/v1/changes/:adapter', async (request, response) => {
    const { adapter, door } = adapters.get(request.params.adapter);
    const byToken = await doorkeeper.byToken(request, door);
    const body = await readRaw(request, response);
    if (!byToken) await doorkeeper.bySignature(request, body, door);
    const { headers } = request;
    const receipt = await intake.take({ adapter, body, headers });
    response.status(202).json(receipt);
  });
  router.use(
    '/v1/changes',
    explainIntake({ maxBody, setting: 'delivery.intake.maxBodySize' }),
  );
  return router;
}
