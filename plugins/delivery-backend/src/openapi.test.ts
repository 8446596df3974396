import { wrapServer } from '@backstage/backend-openapi-utils/testUtils';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import express from 'express';
import Knex from 'knex';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { component } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { FakeDriver } from './__testUtils__/FakeDriver';
import { FakeMetrics } from './__testUtils__/FakeMetrics';
import { FakePlatform } from './__testUtils__/FakePlatform';
import {
  quickVerification,
  startDelivery,
} from './__testUtils__/startDelivery';
import { document } from './generated/document';
import { ToyPlatform } from './rollouts/__testUtils__/ToyPlatform';

const payments = 'component:default/payments';
const toys = 'component:default/toys';

/** Where the intake answers for itself, before the validated router. */
const elsewhere = ['post /v1/changes/{id}'];

class ToyDriver extends ToyPlatform {
  async targets(entity: Entity) {
    return stringifyEntityRef(entity) === toys ? super.targets(entity) : [];
  }
}

it('answers what its OpenAPI document promises, on every path', async () => {
  const app = express();
  app.get('/openapi.json', (_, response) => {
    response.json(checkable(document));
  });
  let direct = 0;
  // On one address family only: the proxy takes the other one where a host has both.
  Object.assign(app, {
    listen: (at: number) => {
      direct = at;
      return createServer(app).listen(at, '127.0.0.1');
    },
  });
  const router = mockServices.httpRouter.mock({
    use: handler => {
      app.use(handler);
    },
  });
  const knex = Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const platform = new FakePlatform();
  platform.run('production/payments', 'v1', 'v2');
  const { stop } = await startDelivery({
    knex,
    world: {
      entities: [
        component('payments', { tier: '1', dependsOn: ['ledger'] }),
        component('toys'),
      ],
    },
    drivers: [
      new FakeDriver({ platform, runs: { [payments]: ['production'] } }),
      new ToyDriver(),
    ],
    metricSources: [new FakeMetrics()],
    delivery: {
      rollback: {
        ...quickVerification.rollback,
        approval: { needed: [{ tiers: ['1'] }] },
      },
      watch: { interval: '1s' },
    },
    features: [router.factory],
  });
  app.use(mockErrorHandler());

  // Every answer is compared with the document on its way; a mismatch fails the test.
  const server = await wrapServer(app);
  const { port } = server.address() as AddressInfo;
  const seen = new Set<string>();
  const call = async (
    method: string,
    path: string,
    status: number,
    body?: object,
  ) => {
    // Only JSON can be compared; what is text goes around.
    const isText = /(csv)(\?|$)/.test(path);
    const to = isText ? `127.0.0.1:${direct}` : `localhost:${port}`;
    const answer = await fetch(`http://${to}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const said = `${method} ${path} ${answer.status}`;
    expect(`${said} ${answer.status === status ? '' : text}`).toBe(
      `${method} ${path} ${status} `,
    );
    if (status < 300 || path.startsWith('/v1/gate/flagger'))
      seen.add(`${method.toLowerCase()} ${pathIn(path.split('?')[0])}`);
    return /json/.test(answer.headers.get('content-type') ?? '')
      ? JSON.parse(text)
      : text;
  };

  const header = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'delivery',
  });
  const ship = async (
    version: string,
    startedAt: number,
    more: object = {},
  ) => {
    const { status } = await fetch(`http://127.0.0.1:${direct}/v1/changes/ci`, {
      method: 'POST',
      headers: { Authorization: header },
      body: JSON.stringify({
        ...{ entityRef: payments, version, commit: 'abcdef1', author: 'Ines' },
        startedAt: new Date(startedAt).toISOString(),
        commitAt: new Date(startedAt - 60_000).toISOString(),
        ...more,
      }),
    });
    expect(status).toBe(202);
  };
  await ship('v1', Date.now() - 7200_000);
  await ship('v2', Date.now() - 60_000, { url: 'https://ci.example/1' });
  await ship('v9', Date.now() - 1000, {
    environment: 'staging',
    status: 'failed',
  });

  const at = { entityRef: payments, environment: 'production' };
  const plan = await call('POST', '/v1/rollbacks/plan', 200, {
    entityRef: payments,
    incidentId: 'INC-0001',
  });
  await call('GET', `/v1/rollbacks/plan/${plan.id}`, 200);
  await call('POST', '/v1/rollbacks/plan', 404, { entityRef: 'component:x/y' });
  const asked = { planId: plan.id, lane: 'fake', reason: 'It fails' };
  await call('POST', '/v1/rollbacks', 400, { ...asked, reason: '' });
  const { id } = await call('POST', '/v1/rollbacks', 202, asked);
  const one = `/v1/rollbacks/${id}`;
  // Whoever asked may not agree.
  await call('POST', `${one}/decision`, 403, { approve: true });
  seen.add('post /v1/rollbacks/{id}/decision');
  await call('POST', `${one}/cancel`, 200, { reason: 'Not now' });
  await call('GET', `${one}/journal`, 200);
  await call('GET', one, 200);
  const dry = await call('POST', '/v1/rollbacks', 202, {
    ...asked,
    dryRun: true,
  });
  await eventually(
    () => call('GET', `/v1/rollbacks/${dry.id}`, 200),
    ({ finishedAt }) => finishedAt,
  );

  const rollout = await call('POST', '/v1/rollouts', 202, {
    entityRef: toys,
    image: 'registry.example/toys:v2',
  });
  const way = `/v1/rollouts/${rollout.id}`;
  await call('GET', way, 200);
  await eventually(
    () => call('GET', way, 200),
    ({ controls }) =>
      controls.some((of: { action: string }) => of.action === 'pause'),
  );
  await call('POST', `${way}/actions`, 200, { action: 'pause' });
  await call('POST', `${way}/decision`, 409, { approve: true });
  seen.add('post /v1/rollouts/{id}/decision');

  const watches = await eventually(
    () => call('GET', '/v1/watches?state=watching', 200),
    ({ items }) => items.length > 0,
  );
  const watch = `/v1/watches/${watches.items[0].id}`;
  await call('GET', watch, 200);
  await call('POST', `${watch}/cancel`, 200, { reason: 'Known' });

  const inAnHour = new Date(Date.now() + 3600_000).toISOString();
  const override = await call('POST', '/v1/gate/overrides', 201, {
    ...at,
    reason: 'A hotfix',
    until: inAnHour,
  });
  await call('POST', '/v1/gate/overrides', 400, {
    ...at,
    reason: 'A hotfix',
    until: '2999-01-01T00:00:00Z',
  });
  const approval = await call('POST', '/v1/gate/approvals', 201, {
    ...at,
    version: 'v2',
    comment: 'Fine',
  });
  await call('POST', '/v1/gate/evaluations', 201, {
    entityRef: payments,
    version: 'v2',
    suite: 'golden',
    passed: 9,
    total: 10,
    url: 'https://ci.example/2',
  });
  const freeze = await call('POST', '/v1/freezes', 201, {
    title: 'Sale',
    from: new Date().toISOString(),
    until: inAnHour,
    owners: ['payers'],
  });
  const flagger = {
    name: 'payments',
    namespace: 'shop',
    metadata: { entityRef: payments, version: 'v2' },
  };
  await call('POST', '/v1/gate/flagger/confirm-rollout', 200, flagger);
  await call('POST', '/v1/gate/flagger/rollback', 403, flagger);
  await call('POST', '/v1/gate/flagger/event', 200, flagger);

  const { items: deployments } = await call(
    'GET',
    `/v1/deployments?entityRef=${payments}`,
    200,
  );
  for (const [path, status] of [
    ['/v1/feed', 200],
    [`/v1/feed?after=1&limit=1&entityRef=${payments}`, 200],
    ['/v1/changes?kind=deployment&q=v2', 200],
    ['/v1/changes?cursor=wrong', 400],
    [`/v1/changes/${deployments[0].id}`, 200],
    ['/v1/changes/none', 404],
    [`/v1/deployments?entityRef=${payments}&limit=1`, 200],
    ['/v1/deployments', 400],
    [`/v1/deployments/${deployments[0].id}`, 200],
    [`/v1/lanes?entityRef=${payments}`, 200],
    [`/v1/lanes?entityRef=${toys}`, 200],
    ['/v1/overview', 200],
    ['/v1/sources', 200],
    [`/v1/rollbacks?entityRef=${payments}&state=cancelled`, 200],
    ['/v1/rollbacks?limit=1', 200],
    ['/v1/rollbacks/RB-0099', 404],
    ['/v1/rollouts', 200],
    ['/v1/rollouts/none', 404],
    [`/v1/gate?entityRef=${payments}&version=v2`, 200],
    [`/v1/gate?entityRef=${payments}&purpose=rollback`, 200],
    ['/v1/gate', 400],
    ['/v1/gate/keys', 200],
    ['/v1/gate/overrides?all=true', 200],
    [`/v1/gate/approvals?entityRef=${payments}`, 200],
    [`/v1/gate/evaluations?entityRef=${payments}`, 200],
    ['/v1/freezes', 200],
    ['/v1/dora', 200],
    [`/v1/dora?entityRef=${payments}&from=2026-01-01T00:00:00Z`, 200],
    ['/v1/dora?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', 400],
    ['/v1/dora.csv', 200],
    ['/v1/ledger/verification', 200],
  ] as const)
    await call('GET', path, status);
  for (const path of [
    `/v1/gate/overrides/${override.id}`,
    `/v1/gate/approvals/${approval.id}`,
    `/v1/freezes/${freeze.id}`,
  ]) {
    await call('DELETE', path, 204);
  }
  await call('DELETE', `/v1/gate/overrides/${override.id}`, 409);

  expect([...seen, ...elsewhere].sort()).toEqual(operations().sort());
  await stop();
});

const patterns: Record<string, string> = {
  'date-time': '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$',
};

/** The document with formats as patterns, which is what the comparison understands. */
function checkable(part: unknown): unknown {
  return JSON.parse(JSON.stringify(part), (_, value) => {
    const pattern = patterns[value?.format];
    if (!pattern) return value;
    const { format, ...rest } = value;
    return { ...rest, pattern };
  });
}

/** `get /v1/rollbacks/{id}` for all that the document has. */
function operations(): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path}`),
  );
}

/** The document's path of an address: fixed ones before those with a parameter. */
function pathIn(address: string): string {
  const paths = Object.keys(document.paths);
  const matching = paths.filter(path =>
    new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(address),
  );
  const parameters = (path: string) => path.split('{').length;
  return matching.sort((a, b) => parameters(a) - parameters(b))[0];
}
