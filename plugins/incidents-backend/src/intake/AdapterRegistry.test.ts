import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { adapters } from '../adapters';
import { AdapterRegistry } from './AdapterRegistry';

const logger = mockServices.logger.mock();
const own = {
  id: 'own',
  title: 'Our own',
  contract: 'version 1',
  read: () => ({ alerts: [] }),
};

function prepared(intake: JsonObject = {}) {
  const registry = AdapterRegistry.create();
  registry.prepare({ config: new ConfigReader({ intake }), logger });
  return registry;
}

describe('AdapterRegistry', () => {
  it('knows the adapters of this package and of modules', () => {
    const registry = AdapterRegistry.create();
    registry.add(own);
    registry.prepare({ logger });
    expect([...registry.all.keys()]).toEqual([
      ...adapters.map(({ id }) => id),
      'own',
    ]);
    expect(registry.get('own').adapter).toBe(own);
    expect(() => registry.get('pigeon')).toThrow(/No adapter 'pigeon'. There/);
  });

  it.each<[string, object, RegExp]>([
    ['an id twice', { id: 'alertmanager' }, /There is an adapter/],
    ['an id that is no part of an address', { id: 'My Adapter' }, /lower-case/],
    ['no title', { title: '' }, /lacks a title/],
    ['nothing to read with', { read: undefined }, /lacks .* a read/],
    ['headers in upper case', { headers: ['X-Id'] }, /lower case/],
    ['the credential', { headers: ['authorization'] }, /none of its/],
  ])('refuses %s', (_what, changes, message) => {
    const registry = AdapterRegistry.create();
    expect(() => registry.add({ ...own, ...changes })).toThrow(message);
  });

  it('takes nothing after the start', () => {
    expect(() => prepared().add(own)).toThrow(/after the plugin started/);
  });

  it('checks signatures only with secrets, and passes both of them', () => {
    expect(prepared().get('pagerduty').signature).toBeUndefined();
    const secrets = ['new', 'old'];
    const adaptersConfig = { pagerduty: { secrets }, grafana: { secrets } };
    const registry = prepared({ adapters: adaptersConfig });
    expect(registry.get('pagerduty')).toMatchObject({
      secrets,
      signature: { title: 'PagerDuty v3 signature' },
    });
    expect(registry.get('grafana').signature?.title).toBe(
      'Grafana HMAC signature',
    );
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'an adapter that there is not',
      { pigeon: { secrets: ['x'] } },
      /intake\.adapters\.pigeon: there is no such adapter; there are alertm/,
    ],
    [
      'an empty secret',
      { pagerduty: { secrets: [' '] } },
      /pagerduty\.secrets: a secret is empty/,
    ],
    [
      'secrets for who signs nothing',
      { alertmanager: { secrets: ['x'] } },
      /alertmanager\.secrets: .* signs nothing; use an external-access token/,
    ],
  ])('does not start with %s', (_what, config, message) => {
    expect(() => prepared({ adapters: config })).toThrow(message);
  });
});
