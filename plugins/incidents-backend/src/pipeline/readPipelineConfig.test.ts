import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readIncidentsConfig } from '../readIncidentsConfig';
import { checkSilentAdapters } from './readPipelineConfig';
import { firing, minute, resolved, start, World } from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

function read(pipeline: JsonObject) {
  return readIncidentsConfig(
    mockServices.rootConfig({ data: { incidents: { pipeline } } }),
  ).pipeline;
}

describe('incidents.pipeline', () => {
  it('is left to the defaults where it says nothing', () => {
    expect(read({})).toEqual({ silentAfterMs: {} });
  });

  it('takes durations as elsewhere', () => {
    expect(
      read({
        silentAfter: {
          splunk: '90m',
          falco: 'never',
          'new-relic': { days: 2 },
        },
        lateAfter: 'PT1H',
        batchSize: 200,
      }),
    ).toEqual({
      silentAfterMs: {
        splunk: 90 * minute,
        falco: undefined,
        'new-relic': 2 * 24 * 60 * minute,
      },
      lateMs: 60 * minute,
      batchSize: 200,
    });
  });

  it.each<[string, JsonObject]>([
    ['silentAfter.splunk: must be at least', { silentAfter: { splunk: '5s' } }],
    ['lateAfter: must be at least 1 minute', { lateAfter: '0s' }],
    ['batchSize: must be a whole number', { batchSize: 0 }],
    ['batchSize: must be a whole number', { batchSize: 2.5 }],
    ['batchSize: must be a whole number', { batchSize: 20_000 }],
  ])('is refused with its key: %s', (message, pipeline) => {
    expect(() => read(pipeline)).toThrow(`incidents.pipeline.${message}`);
  });

  it('names adapters that are there', () => {
    const known = new Map([['splunk', {}]]);
    checkSilentAdapters(read({ silentAfter: { splunk: 'never' } }), known);
    expect(() =>
      checkSilentAdapters(read({ silentAfter: { spulnk: '1h' } }), known),
    ).toThrow(
      'incidents.pipeline.silentAfter.spulnk: there is no such adapter; there are splunk',
    );
  });

  it('decides when silence ends an alert, and how long a late one is late', async () => {
    const world = await World.create(databases, 'SQLITE_3');
    const config = read({
      silentAfter: { splunk: '90m', falco: 'never', sentry: '2h' },
      lateAfter: '1h',
    });
    const pipeline = world.pipeline(config);
    for (const adapter of ['splunk', 'falco', 'sentry', 'datadog'])
      await world.send([firing('search', { fingerprint: adapter })], {
        adapter,
      });
    const open = async () =>
      (await world.alerts())
        .filter(({ status }) => status === 'firing')
        .map(({ adapter }) => adapter);
    for (const [minutes, left] of [
      [0, ['splunk', 'falco', 'sentry', 'datadog']],
      [91, ['falco', 'sentry', 'datadog']],
      [121, ['falco', 'datadog']],
      [3 * 24 * 60, ['falco', 'datadog']],
    ] as const) {
      world.now = start + minutes * minute;
      await pipeline.drain();
      expect(await open()).toEqual(left);
    }

    // An old start is believed again an hour after the end was said.
    const over = world.now;
    await world.send([resolved('search', { fingerprint: 'x', endsAt: over })]);
    for (const [minutes, fires] of [
      [59, false],
      [61, true],
    ] as const) {
      world.now = over + minutes * minute;
      await world.send([firing('search', { fingerprint: 'x' })]);
      await pipeline.drain();
      expect((await open()).includes('alertmanager')).toBe(fires);
    }
  });
});
