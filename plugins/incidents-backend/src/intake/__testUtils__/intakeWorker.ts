/* Runs in a process of its own, so that it can be killed: the intake behind HTTP, and nothing else. */
import type {
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import knexFactory from 'knex';
import type { AddressInfo } from 'node:net';
import { AdapterRegistry, createIntakeRouter, Inbox, Intake } from '..';

const logger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => logger,
};
const httpAuth: HttpAuthService = {
  credentials: async () =>
    ({
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'service', subject: 'external:test' },
    } as never),
  issueUserCookie: async () => ({ expiresAt: new Date() }),
};
const permissions: PermissionsService = {
  authorize: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
};

const registry = AdapterRegistry.create();
registry.prepare({ logger });
const db = knexFactory(JSON.parse(process.env.INTAKE_DATABASE ?? '{}'));
const intake = Intake.create({ inbox: Inbox.create({ db }), wake: () => {} });
const server = express()
  .use(
    createIntakeRouter({
      ...{ registry, intake, httpAuth, permissions },
      maxBody: 1_000_000,
    }),
  )
  .listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ port });
  });
// Whoever tests is gone.
process.once('disconnect', () => process.exit(0));
