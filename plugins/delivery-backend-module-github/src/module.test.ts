import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { deliveryExtensionPoint } from '@ghostlight/plugin-delivery-node';
import { deliveryServiceMock } from '@ghostlight/plugin-delivery-node/testUtils';
import {
  startVendorServer,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';
import { createHmac } from 'node:crypto';
import { payments } from './__testUtils__/startGithub';
import { readGithubConfig } from './readGithubConfig';
import deliveryModuleGitHub from '.';

const secret = 'hook-s3cret';
const said = (text: string) => ({ code: 'gate', text });

describe('the module of GitHub', () => {
  let server: VendorServer;
  let backend: TestBackend | undefined;
  let added: string[];
  const gates = deliveryServiceMock();

  beforeEach(async () => {
    added = [];
    server = await startVendorServer(() => ({ status: 204, body: '' }));
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
    await server.stop();
  });

  async function start(
    github: object | undefined,
    entities: Entity[] = [payments],
  ) {
    const add = (kind: string) => (item: { id: string }) => {
      added.push(`${kind} ${item.id}`);
    };
    const plugin = createBackendPlugin({
      pluginId: 'delivery',
      register(env) {
        env.registerExtensionPoint(deliveryExtensionPoint, {
          addAdapter: add('adapter'),
          addSource: add('source'),
          addDriver: add('driver'),
          addMetricSource: add('metrics'),
          addGateChecker: add('check'),
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    const apiBaseUrl = server.url;
    backend = await startTestBackend({
      features: [
        plugin,
        deliveryModuleGitHub,
        catalogServiceMock.factory({ entities }),
        gates.factory,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [{ host: 'github.example', apiBaseUrl, token: 's3cret' }],
            },
            delivery: { github },
          },
        }),
      ],
    });
    return backend;
  }

  const eventOf = (more: object = {}) => ({
    action: 'requested',
    environment: 'prod',
    deployment_callback_url: `${server.url}/repos/shop/payments/actions/runs/42/deployment_protection_rule`,
    deployment: { sha: 'abcdef0123', ref: 'v1.2.0' },
    repository: { full_name: 'shop/payments' },
    ...more,
  });

  async function send(event: object, signedWith: string = secret) {
    const body = JSON.stringify(event);
    const signature = createHmac('sha256', signedWith)
      .update(body)
      .digest('hex');
    const response = await fetch(
      `http://127.0.0.1:${backend!.server.port()}/api/delivery/github/protection-rule`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-GitHub-Event': 'deployment_protection_rule',
          'X-Hub-Signature-256': `sha256=${signature}`,
        },
        body,
      },
    );
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  }

  const guarded = {
    host: 'github.example',
    environments: { production: ['prod'] },
    protectionRule: { secret },
  };

  it('does nothing without configuration', async () => {
    await start(undefined);
    expect(added).toEqual([]);
    expect((await send(eventOf())).status).toBe(404);
  });

  it('adds a source and a driver', async () => {
    await start({ host: 'github.example' });
    expect(added).toEqual(['source github', 'driver github-actions']);
  });

  it('refuses a host without an integration', async () => {
    await expect(start({ host: 'git.example' })).rejects.toThrow(
      'there is no git.example in integrations.github',
    );
  });

  it.each<[string, object, string]>([
    ['a repository', { repositories: ['payments'] }, 'is no owner/name'],
    [
      'a workflow',
      { rollback: { workflow: '../deploy.yml' } },
      'the name of a file',
    ],
    ['an interval', { pollInterval: '1 s' }, 'pollInterval'],
  ])('refuses %s that is none', (_name, github, message) => {
    const config = mockServices.rootConfig({ data: { delivery: { github } } });
    expect(() => readGithubConfig(config)).toThrow(message);
  });

  it.each([
    ['allow', 'approved'],
    ['warn', 'approved'],
    ['deny', 'rejected'],
    ['unknown', 'rejected'],
  ])('answers a protection rule: %s is %s', async (verdict, state) => {
    gates.getGate.mockResolvedValue({
      entityRef: 'component:default/payments',
      verdict,
      said: said('The budget is spent'),
    } as never);
    await start(guarded);
    const { status, body } = await send(eventOf());
    const comment = 'component:default/payments: The budget is spent';
    expect([status, body]).toEqual([200, { state, comment }]);
    expect(gates.getGate).toHaveBeenLastCalledWith(
      {
        entityRef: 'component:default/payments',
        environment: 'production',
        version: 'v1.2.0',
      },
      expect.anything(),
    );
    expect(server.asked).toMatchObject([
      {
        method: 'POST',
        path: '/repos/shop/payments/actions/runs/42/deployment_protection_rule',
        body: { environment_name: 'prod', state, comment },
      },
    ]);
  });

  it('rejects what no component lives in, and answers nothing when the gate fails', async () => {
    await start(guarded, []);
    expect((await send(eventOf())).body.state).toBe('rejected');
    await backend!.stop();
    await start(guarded);
    gates.getGate.mockRejectedValue(new Error('down'));
    const before = server.asked.length;
    expect((await send(eventOf())).status).toBe(500);
    expect(server.asked).toHaveLength(before);
  });

  it.each<[string, object, string, number]>([
    ['another signature', {}, 'wrong', 401],
    [
      'a callback elsewhere',
      { deployment_callback_url: 'http://169.254.169.254/repos/shop/payments' },
      secret,
      400,
    ],
    [
      'a callback of another repository',
      { repository: { full_name: 'shop/cart' } },
      secret,
      400,
    ],
    ['no event', { environment: undefined }, secret, 400],
  ])('refuses %s', async (_name, more, signedWith, status) => {
    await start(guarded);
    expect((await send(eventOf(more), signedWith)).status).toBe(status);
    expect(server.asked).toEqual([]);
  });
});
