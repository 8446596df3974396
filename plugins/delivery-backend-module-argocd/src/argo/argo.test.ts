import { applicationSchema } from './Application';
import { environmentOf } from './Instances';
import { readEvents } from './readEvents';
import type { EnvironmentRule, InstanceConfig } from '../readInstances';
import { mainImage, versionOfImage, versionOfSource } from '../describe/images';
import { hideSecrets } from '../manifests/hideSecrets';

async function eventsOf(...chunks: string[]): Promise<unknown[]> {
  async function* body() {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk);
  }
  const events: unknown[] = [];
  for await (const event of readEvents(body())) events.push(event);
  return events;
}

const event = (name: string, type: string = 'MODIFIED') =>
  JSON.stringify({ result: { type, application: { name } } });

describe('a stream of applications', () => {
  it.each<[string, string[]]>([
    ['one a line', [`${event('a')}\n${event('b')}\n`]],
    [
      'cut anywhere',
      [event('a').slice(0, 9), `${event('a').slice(9)}\n${event('b')}`, '\n'],
    ],
    [
      'as server-sent events',
      [`data: ${event('a')}\n\n: ping\n\ndata: ${event('b')}\n\n`],
    ],
    [
      'with nonsense and what is gone',
      [`{\n${event('a')}\nnull\n${event('c', 'DELETED')}\n{}\n${event('b')}\n`],
    ],
  ])('is read %s', async (_name, chunks) => {
    expect(await eventsOf(...chunks)).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('ends with what the server says went wrong', async () => {
    const error = JSON.stringify({ error: { message: 'token is expired' } });
    await expect(eventsOf(`${error}\n`)).rejects.toThrow('token is expired');
  });
});

describe('the environment of an application', () => {
  const app = applicationSchema.parse({
    metadata: { name: 'payments', labels: { tier: 'lab' } },
    spec: {
      project: 'shop',
      destination: {
        server: 'https://prod-eu.example:6443',
        namespace: 'shop-a-x',
      },
    },
  });
  const where = (rule: Partial<EnvironmentRule>, annotation?: string) =>
    environmentOf(
      {
        environment: 'usual',
        environmentOf: [{ environment: 'ruled', labels: {}, ...rule }],
      } as InstanceConfig,
      {
        ...app,
        metadata: {
          ...app.metadata,
          annotations: annotation
            ? { 'ghostlight.dev/environment': annotation }
            : undefined,
        },
      },
    );

  it.each<[Partial<EnvironmentRule>, string]>([
    [{}, 'ruled'],
    [{ destination: 'https://prod-*' }, 'ruled'],
    [{ destination: '*:6443', project: 'shop' }, 'ruled'],
    [{ namespace: 'shop-*-x', labels: { tier: 'l*' } }, 'ruled'],
    [{ namespace: 'shop-a-x*x' }, 'usual'],
    [{ namespace: 'a' }, 'usual'],
    [{ destination: 'prod*' }, 'usual'],
    [{ project: 'shop', labels: { team: '*' } }, 'usual'],
  ])('is by %j %s', (rule, environment) => {
    expect(where(rule)).toBe(environment);
    expect(where(rule, 'said')).toBe('said');
  });
});

describe('a version', () => {
  it.each([
    ['registry.example:5000/shop/payments:2.3.4', '2.3.4'],
    [
      `registry.example/shop/payments@sha256:${'a'.repeat(64)}`,
      'sha256:aaaaaaaaaaaa',
    ],
    ['registry.example:5000/shop/payments', undefined],
  ])('of the image %s is %s', (image, version) => {
    expect(versionOfImage(image)).toBe(version);
  });

  it('is that of the image which is named like the application', () => {
    const images = ['r/envoy:1', 'r/payments:2', 'r/cart:3'];
    expect(mainImage(images, 'payments')).toBe('r/payments:2');
    expect(mainImage(images, 'payments-prod')).toBe('r/payments:2');
    expect(mainImage(images, 'eu-cart')).toBe('r/cart:3');
    expect(mainImage(images, 'other')).toBe('r/envoy:1');
  });

  it.each<[string, object, string[], string | undefined]>([
    [
      'a parameter of Helm',
      { helm: { parameters: [{ name: 'image.tag', value: '1.2' }] } },
      ['x'],
      '1.2',
    ],
    ['an image of Kustomize', { kustomize: { images: ['a=b:3'] } }, ['x'], '3'],
    ['a chart', { chart: 'a', targetRevision: '4.*' }, ['4.1'], '4.1'],
    ['a tag', { targetRevision: 'v2.0.0' }, ['x'], 'v2.0.0'],
    ['no branch', { targetRevision: 'main' }, ['x'], undefined],
  ])('of a source is that of %s', (_name, source, revisions, version) => {
    expect(versionOfSource([{ repoURL: '', ...source }], revisions)).toBe(
      version,
    );
  });
});

it('of objects no secret is shown', () => {
  const text = JSON.stringify([
    hideSecrets({ kind: 'Secret', data: { a: 's3cret' } }),
    hideSecrets({
      kind: 'ConfigMap',
      data: { DB_PASSWORD: 's3cret', url: 'https://me:s3cret@db', plain: 'x' },
    }),
    hideSecrets({
      kind: 'Pod',
      spec: {
        containers: [
          {
            env: [{ name: 'API_KEY', value: 's3cret' }],
            envFrom: [{ secretRef: { name: 'payments' } }],
          },
        ],
      },
    }),
  ]);
  expect(text).not.toContain('s3cret');
  expect(text).toContain('"plain":"x"');
  expect(text).toContain('"secretRef":{"name":"payments"}');
});
