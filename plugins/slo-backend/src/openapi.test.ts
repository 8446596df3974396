import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { wrapServer } from '@backstage/backend-openapi-utils/testUtils';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import express from 'express';
import Knex from 'knex';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { component, pushedSlo, slo, system } from './__testUtils__/entities';
import { lastMinutes } from './__testUtils__/pushMinutes';
import { allowAll, startSlo } from './__testUtils__/startSlo';

const payments = 'component:default/payments';
const ref = encodeURIComponent('slo:default/payments-availability');

it('answers what its OpenAPI document promises', async () => {
  const app = express();
  // On one address family only: the proxy takes the other one where a host has both.
  Object.assign(app, {
    listen: (at: number) => createServer(app).listen(at, '127.0.0.1'),
  });
  const router = mockServices.httpRouter.mock({
    use: handler => {
      app.use(handler);
    },
  });
  const { backend, follow, tick } = await startSlo({
    knex: Knex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    }),
    world: {
      entities: [
        system('shop', 'retail'),
        component('payments'),
        pushedSlo('payments-availability', 'payments'),
        slo('payments-latency', 'payments'),
        slo('broken', 'payments', { objectives: [] }),
      ],
      decide: allowAll,
    },
    sources: [
      fakeSource({
        answer: () => ({ good: 900, total: 1000 }),
        signals: entityRef => ({ entityRef, at: 1, p99: 1, endpoints: [] }),
      }),
    ],
    features: [router.factory],
  });
  app.use(mockErrorHandler());
  await follow();
  await tick();

  // Every answer is compared with the document on its way; a mismatch fails the test.
  const server = await wrapServer(app);
  const { port } = server.address() as AddressInfo;
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`http://localhost:${port}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  };

  const now = Math.floor(Date.now() / 1000);
  const pushed = await call('POST', '/v1/samples', {
    samples: [
      ...lastMinutes('slo:default/payments-availability', { bad: 0.1 }),
      ...lastMinutes('slo:default/none', { minutes: 1 }),
    ],
  });
  expect(pushed.status).toBe(202);
  const correction = await call('POST', '/v1/corrections', {
    entityRef: payments,
    from: now - 7200,
    to: now - 3600,
    kind: 'maintenance',
    reason: 'Database upgrade',
    link: 'https://wiki.example/42',
  });
  expect(correction.status).toBe(201);
  const override = await call('POST', '/v1/overrides', {
    entityRef: payments,
    verdict: 'allow',
    reason: 'Fixes the leak',
    until: now + 3600,
  });
  expect(override.status).toBe(201);

  for (const [path, status] of [
    ['/v1/objectives', 200],
    [`/v1/objectives?entityRef=${payments}&entityRef=a&limit=1`, 200],
    ['/v1/objectives?cursor=wrong', 400],
    [`/v1/objectives/${ref}`, 200],
    ['/v1/objectives/none', 404],
    [`/v1/objectives/${ref}/series`, 200],
    [`/v1/objectives/${ref}/series?points=50&from=${now - 3600}`, 200],
    [`/v1/objectives/${ref}/measurement?from=${now - 600}&to=${now}`, 200],
    [
      `/v1/objectives/${ref}/measurement?from=${
        now - 600
      }&to=${now}&label=track%3Dcanary`,
      200,
    ],
    [`/v1/objectives/${ref}/measurement?from=${now}&to=${now}`, 400],
    ['/v1/summary?by=owner', 200],
    ['/v1/summary?by=domain&limit=1', 200],
    [`/v1/gate?entityRef=${payments}`, 200],
    ['/v1/gate?entityRef=none', 200],
    ['/v1/alerts?after=0', 200],
    [`/v1/findings?entityRef=${payments}`, 200],
    [`/v1/signals?entityRef=${payments}`, 200],
    ['/v1/signals?entityRef=none', 200],
    [`/v1/corrections?entityRef=${payments}`, 200],
    ['/v1/corrections?kind=maintenance', 200],
    [`/v1/spent?entityRef=${payments}&from=${now - 7200}&to=${now}`, 200],
    [`/v1/spent?entityRef=${payments}&from=${now}&to=${now}`, 400],
    [`/v1/overrides?entityRef=${payments}`, 200],
  ] as const) {
    const { status: answered } = await call('GET', path);
    expect(`${path} ${answered}`).toBe(`${path} ${status}`);
  }
  for (const path of [
    `/v1/corrections/${correction.body.id}`,
    `/v1/overrides/${override.body.id}`,
  ])
    expect((await call('DELETE', path)).status).toBe(204);
  await backend.stop();
});
