import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  runbooksExtensionPoint,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import runbooksModuleHttp from '.';

async function start(http: JsonObject) {
  const actions: Action[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        runbooksExtensionPoint,
        { addAction: (action: Action) => actions.push(action) },
      ],
    ],
    features: [
      runbooksModuleHttp,
      mockServices.rootConfig.factory({ data: { runbooks: { http } } }),
    ],
  });
  await backend.stop();
  return actions.map(({ id, reversible }) => [id, reversible]);
}

const hook = { url: 'https://hooks.example.com/ops/' };
const flag = {
  name: 'main',
  url: 'https://flags.example.com/{flag}',
  flags: ['*'],
};
const rotation = { name: 'db', url: 'https://vault.example.com/rotate' };

describe('the module', () => {
  it('brings what is configured', async () => {
    expect(await start({})).toEqual([]);
    expect(
      await start({
        webhooks: [
          { ...hook, headers: { Authorization: 'Bearer x' }, timeout: '5s' },
        ],
        flags: [{ ...flag, read: { url: 'https://flags.example.com/{flag}' } }],
        rotations: [
          { ...rotation, status: 'https://vault.example.com/{actionId}' },
        ],
      }),
    ).toEqual([
      ['http:webhook', false],
      ['flags:set', true],
      ['secrets:rotate', false],
    ]);
    expect(await start({ flags: [flag] })).toEqual([['flags:set', false]]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'plain http',
      { webhooks: [{ url: 'http://hooks.example.com/' }] },
      'runbooks.http.webhooks[0].url: use https',
    ],
    [
      'another scheme',
      { webhooks: [{ url: 'file:///etc' }] },
      'not an address',
    ],
    [
      'credentials in an address',
      { webhooks: [{ url: 'https://a:b@hooks.example.com' }] },
      'no credentials',
    ],
    [
      'another method',
      { webhooks: [{ ...hook, methods: ['GET'] }] },
      'webhooks[0].methods',
    ],
    [
      'a header that breaks lines',
      { webhooks: [{ ...hook, headers: { A: 'x\r\ny' } }] },
      'webhooks[0].headers: A',
    ],
    [
      'a header that is ours',
      { webhooks: [{ ...hook, headers: { Host: 'x' } }] },
      'Host is set by itself',
    ],
    [
      'a status without the id',
      { webhooks: [{ ...hook, status: 'https://x.example.com' }] },
      '{actionId}',
    ],
    [
      'a host that is filled in',
      { flags: [{ ...flag, url: 'https://{flag}.example.com' }] },
      'runbooks.http.flags[0].url',
    ],
    [
      'a rotation twice',
      { rotations: [rotation, rotation] },
      'db is there twice',
    ],
  ])('does not start with %s', async (_name, config, message) => {
    await expect(start(config)).rejects.toThrow(message);
  });
});
