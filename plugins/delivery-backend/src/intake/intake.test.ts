import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { createHmac } from 'node:crypto';
import { builtInAdapters } from '../adapters';
import { readFeed } from '../changes';
import { noon, startFeed } from '../changes/__testUtils__/startFeed';
import { createChangesIntakeRouter } from '.';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const secrets = ['new', 'old'];

describe.each(databases.eachSupportedId())('taking changes in, on %s', id => {
  let knex: Knex;
  let mayWrite = true;
  let send: (
    adapter: string,
    body: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: any }>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    knex = await databases.init(id);
    const { feed } = await startFeed({ knex });
    const backend = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'delivery',
          register(env) {
            env.registerInit({
              deps: {
                config: coreServices.rootConfig,
                httpAuth: coreServices.httpAuth,
                httpRouter: coreServices.httpRouter,
                permissions: coreServices.permissions,
              },
              async init({ config, httpAuth, httpRouter, permissions }) {
                httpRouter.addAuthPolicy({
                  path: '/v1/changes',
                  allow: 'unauthenticated',
                });
                httpRouter.use(
                  createChangesIntakeRouter({
                    adapters: new Map(
                      builtInAdapters.map(one => [one.id, one]),
                    ),
                    config: config.getOptionalConfig('delivery'),
                    db: knex,
                    feed,
                    now: () => noon,
                    httpAuth,
                    permissions,
                  }),
                );
              },
            });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            delivery: {
              intake: {
                maxBodySize: 10_000,
                adapters: { github: { secrets } },
              },
            },
          },
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({
              result: mayWrite ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
            })),
        }).factory,
      ],
    });
    send = async (adapter, body, headers = {}) => {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/delivery/v1/changes/${adapter}`,
        { method: 'POST', body, headers },
      );
      return { status: response.status, body: await response.json() };
    };
    stop = () => backend.stop();
  });
  beforeEach(async () => {
    mayWrite = true;
    for (const table of ['changes', 'deployments', 'lanes', 'deliveries'])
      await knex(table).delete();
  });
  afterAll(() => stop());

  const token = { authorization: mockCredentials.service.header() };
  const line = '{"entityRef":"component:default/payments","version":"1"}';
  const told = async () => (await readFeed(knex, {}, undefined)).items.length;

  it('takes one line of a pipeline, once', async () => {
    expect(await send('ci', line, token)).toEqual({
      status: 202,
      body: { accepted: 1, rejected: [], duplicate: false },
    });
    expect((await send('ci', line, token)).status).toBe(202);
    expect(await told()).toBe(1);
  });

  it('takes what a vendor signed, with the new secret or the old, and knows a repetition', async () => {
    const body = JSON.stringify({
      repository: { full_name: 'shop/payments' },
      deployment: { id: 1, sha: 'abcdef0123', created_at: noon / 1000 },
    });
    const headers = (secret: string, delivery = 'd1') => ({
      'x-github-event': 'deployment',
      'x-github-delivery': delivery,
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
        .update(body)
        .digest('hex')}`,
    });
    expect((await send('github', body, headers('new'))).body).toMatchObject({
      accepted: 1,
      duplicate: false,
    });
    expect((await send('github', body, headers('old'))).body).toMatchObject({
      accepted: 1,
      duplicate: true,
    });
    expect((await send('github', body, headers('older', 'd2'))).status).toBe(
      401,
    );
    expect(await told()).toBe(1);
  });

  it.each([
    ['nobody', 'ci', line, {}, 401, /must show an external-access token/],
    ['a stranger', 'ci', line, { authorization: 'Bearer x' }, 401, /./],
    ['an adapter that is none', 'x', line, token, 404, /There are: .*ci/],
    ['no JSON', 'ci', '{', token, 400, /not JSON/],
    ['nothing', 'ci', '', token, 400, /expected an object/],
    ['nothing of an entity', 'ci', '{"version":"1"}', token, 400, /entityRef/],
    ['too much', 'ci', `"${'x'.repeat(20_000)}"`, token, 413, /maxBodySize/],
    [
      'a pit',
      'ci',
      `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
      token,
      400,
      /deep/,
    ],
  ])(
    'refuses %s, and says why',
    async (_, adapter, body, headers, status, why) => {
      const answer = await send(adapter, body, headers);
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toMatch(why);
      expect(await told()).toBe(0);
    },
  );

  it('refuses who may not write', async () => {
    mayWrite = false;
    expect((await send('ci', line, token)).status).toBe(403);
  });

  it('takes the good of a list, and names the bad', async () => {
    const bad = '{"entityRef":"component:default/payments","startedAt":"noon"}';
    const { status, body } = await send('ci', `[${line},${bad}]`, token);
    expect(status).toBe(202);
    expect(body).toMatchObject({
      accepted: 1,
      rejected: [{ field: '[1].startedAt' }],
    });
  });

  it('keeps each of many that come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        send(
          'ci',
          JSON.stringify({ ...JSON.parse(line), version: `1.${n}`, run: n }),
          token,
        ),
      ),
    );
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    expect(await told()).toBe(100);
  });
});
