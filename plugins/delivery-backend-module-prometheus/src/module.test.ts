import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import {
  deliveryExtensionPoint,
  type MetricSource,
} from '@ghostlight/plugin-delivery-node';
import deliveryModulePrometheus from '.';
import { readInstances } from './readInstances';

const instances = (prometheus: JsonValue) =>
  readInstances(
    mockServices.rootConfig({ data: { delivery: { prometheus } } }),
  );

describe('the module', () => {
  it('adds a source per entry', async () => {
    const sources: MetricSource[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          deliveryExtensionPoint,
          {
            addMetricSource: source => sources.push(source),
            addAdapter: () => {},
            addDriver: () => {},
            addGateChecker: () => {},
            addSource: () => {},
          },
        ],
      ],
      features: [
        deliveryModulePrometheus,
        mockServices.rootConfig.factory({
          data: {
            delivery: {
              prometheus: [
                { url: 'http://prometheus:9090/' },
                { name: 'eu', url: 'https://eu/prometheus' },
              ],
            },
          },
        }),
      ],
    });
    await backend.stop();
    expect(sources.map(({ id, title }) => [id, title])).toEqual([
      ['prometheus', 'Prometheus'],
      ['prometheus:eu', 'Prometheus eu'],
    ]);
  });
});

describe('the settings', () => {
  it('have defaults', () => {
    expect(instances([{ url: 'http://prometheus:9090/' }])).toEqual([
      expect.objectContaining({
        name: 'default',
        url: 'http://prometheus:9090',
        headers: { Accept: 'application/json' },
        timeoutMs: 10_000,
        windowSeconds: 60,
        environments: [],
        serviceLabel: 'service',
        versionLabels: {},
        workloadLabels: [],
      }),
    ]);
    expect(readInstances(mockServices.rootConfig())).toEqual([]);
  });

  it('take labels whose names have dots', () => {
    const versionLabels = { 'app.kubernetes.io/version': 'version' };
    expect(instances([{ url: 'http://a', versionLabels }])).toMatchObject([
      { versionLabels },
    ]);
  });

  it.each([
    ['another protocol', { url: 'file:///etc/passwd' }, 'must be http'],
    ['credentials in the address', { url: 'http://me:pass@a' }, 'use auth'],
    ['unknown credentials', { auth: { type: 'magic' } }, 'auth.type'],
    ['a label that is none', { serviceLabel: 'a-b' }, 'serviceLabel is no'],
    [
      'a version label that is none',
      { versionLabels: { a: '1' } },
      'versionLabels.a',
    ],
    ['an unknown metric', { queries: { disk: 'x' } }, 'queries.disk'],
    [
      'an unknown placeholder',
      { queries: { cpu: 'a{ {{x}} }' } },
      '{{x}} is not known',
    ],
    ['a query for all', { queries: { cpu: 'sum(a)' } }, 'the same of all'],
    ['a window of no time', { window: { seconds: 0 } }, 'window is a second'],
  ])('refuse %s', (_what, entry, message) => {
    expect(() => instances([{ url: 'http://a', ...entry }])).toThrow(message);
  });

  it('refuse a name given twice', () => {
    const entry = { name: 'a', url: 'http://a' };
    expect(() => instances([entry, entry])).toThrow('two entries are named a');
  });
});
