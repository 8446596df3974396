import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readWatchSettings } from '../watches';
import { readRolloutSettings } from '.';

const rollouts = (data?: JsonObject) =>
  readRolloutSettings(new ConfigReader(data ? { rollouts: data } : {}));
const watch = (data?: JsonObject) =>
  readWatchSettings(new ConfigReader(data ? { watch: data } : {}));

describe('delivery.rollouts', () => {
  it('has defaults', () => {
    expect(rollouts()).toEqual({
      interval: 10_000,
      gateFor: 60_000,
      startTimeout: 600_000,
      followInterval: 15_000,
      alpha: 0.05,
      tolerated: 1,
      undecided: 'hold',
      strategy: { type: 'canary' },
    });
    expect(readRolloutSettings(undefined)).toEqual(rollouts());
  });

  it('takes a strategy', () => {
    const strategy = {
      type: 'canary',
      steps: [{ weight: 10, for: '2 min' }],
      gates: [{ metric: 'cpu', max: 0.5 }],
      automaticRollback: false,
    };
    expect(rollouts({ strategy }).strategy).toEqual({
      type: 'canary',
      steps: [{ weight: 10, seconds: 120 }],
      gates: [{ metric: 'cpu', max: 0.5 }],
      automaticRollback: false,
    });
  });

  it.each([
    [{ interval: { milliseconds: 5 } }, 'delivery.rollouts.interval'],
    [{ falseRollbackBound: 0 }, 'delivery.rollouts.falseRollbackBound'],
    [{ toleratedErrorRatio: 0.5 }, 'delivery.rollouts.toleratedErrorRatio'],
    [{ undecided: 'maybe' }, 'delivery.rollouts.undecided'],
    [{ strategy: { type: 'x' } }, 'delivery.rollouts.strategy.type'],
  ])('refuses %j', (data, message) => {
    expect(() => rollouts(data)).toThrow(message);
  });
});

describe('delivery.watch', () => {
  it('has defaults', () => {
    expect(watch()).toMatchObject({
      enabled: true,
      duration: 3_600_000,
      interval: 60_000,
      minimumRequests: 50,
      automaticRollback: 'off',
    });
    expect(watch().rules).toHaveLength(6);
  });

  it('changes rules', () => {
    const { rules } = watch({
      rules: ['throughput off', 'cpu >= 0.7 critical 3 min'],
    });
    expect(rules.map(({ metric, threshold }) => [metric, threshold])).toEqual([
      ['error_rate', 0.05],
      ['latency_p95', 5],
      ['cpu', 0.7],
      ['memory', 0.9],
      ['llm_quality_score', 0.8],
    ]);
  });

  it.each([
    [{ duration: { seconds: 1 } }, 'delivery.watch.duration'],
    [{ interval: { hours: 2 } }, 'delivery.watch.interval'],
    [{ minimumRequests: -1 }, 'delivery.watch.minimumRequests'],
    [{ rules: ['cpu 5'] }, 'delivery.watch.rules'],
    [{ rules: ['slo:x >= 5'] }, 'delivery.watch.rules'],
    [{ automaticRollback: 'yes' }, 'delivery.watch.automaticRollback'],
  ])('refuses %j', (data, message) => {
    expect(() => watch(data)).toThrow(message);
  });
});
