import type {
  Deployment,
  DoraMetric,
  Dora,
  Sentence,
  Watch,
} from '@ghostlight/plugin-delivery-common';
import { ref } from './catalog';

const MINUTE = 60_000;

/** An instant some minutes before. */
export function ago(now: number, minutes: number): string {
  return new Date(now - minutes * MINUTE).toISOString();
}

export function say(
  code: string,
  text: string,
  params?: Sentence['params'],
): Sentence {
  return { code, text, params };
}

export function deployment(
  now: number,
  change: Partial<Deployment> & { id: string },
): Deployment {
  return {
    kind: 'deployment',
    title: `payments ${change.version ?? ''}`,
    entityRef: ref('payments'),
    environment: 'production',
    strategy: 'rolling',
    startedAt: ago(now, 22),
    finishedAt: ago(now, 21),
    tookSeconds: 62,
    outcome: 'succeeded',
    startedBy: { kind: 'pipeline', name: 'release' },
    source: 'kubernetes',
    active: false,
    failedBecause: [],
    incidentIds: [],
    ...change,
  };
}

export const errorRule = say(
  'watch.rule.broken',
  'Error rate was 5 % or more for 6 min, at last 8.1 %.',
  {
    metric: 'error_rate',
    title: 'error rate',
    limit: '5 %',
    comparison: '>=',
    forMinutes: 5,
    n: 6,
    value: '8.1 %',
    minutes: 6,
  },
);

export function paymentsHistory(now: number): Deployment[] {
  return [
    deployment(now, {
      id: 'd4',
      version: 'v2.3.4',
      previousVersion: 'v2.3.3',
      active: true,
      activeFrom: ago(now, 22),
      author: 'user:default/ana',
      commit: '41c0ffee41c0ffee41c0ffee41c0ffee41c0ffee',
      pullRequest: 'https://git.example/payments/pull/77',
      imageDigest: `sha256:${'9f'.repeat(32)}`,
      incidentIds: ['INC-0042'],
      spent: {
        minutes: 18.1,
        asOf: ago(now, 1),
        objectives: [
          {
            ref: 'slo:default/payments-availability',
            title: 'payments-availability',
            minutes: 18.1,
            share: 0.42,
          },
          {
            ref: 'slo:default/payments-latency',
            title: 'payments-latency',
            minutes: 2,
            share: 0.05,
          },
        ],
      },
      failedBecause: [
        {
          kind: 'watch',
          ref: 'w4',
          said: say('watch.failed', 'v2.3.4 does harm: …', {
            version: 'v2.3.4',
            minutes: 6,
          }),
        },
      ],
      watch: {
        id: 'w4',
        state: 'failed',
        said: say('watch.failed', 'v2.3.4 does harm: error rate', {
          version: 'v2.3.4',
          minutes: 6,
          why: errorRule.text,
        }),
      },
      values: [
        { kind: 'image', label: 'image of app', from: '41c', to: '9f2' },
        { kind: 'env', label: 'env FEATURE_X', from: 'off', to: 'on' },
      ],
    }),
    deployment(now, {
      id: 'd3',
      version: 'v2.3.3',
      activeFrom: ago(now, 1500),
      activeUntil: ago(now, 22),
      startedAt: ago(now, 1501),
    }),
    deployment(now, {
      id: 'd2',
      version: 'v2.3.2',
      outcome: 'failed',
      startedAt: ago(now, 3000),
      failedBecause: [
        {
          kind: 'failed',
          said: say('failure.failed', 'It did not get through'),
        },
      ],
    }),
  ];
}

export function paymentsWatch(now: number): Watch {
  return {
    id: 'w4',
    deploymentId: 'd4',
    entityRef: ref('payments'),
    environment: 'production',
    version: 'v2.3.4',
    state: 'failed',
    startedAt: ago(now, 22),
    endsAt: ago(now, -38),
    finishedAt: ago(now, 15),
    automaticRollback: 'plan',
    planId: 'plan-1',
    said: say('watch.failed', `v2.3.4 does harm: ${errorRule.text}`, {
      version: 'v2.3.4',
      minutes: 6,
      why: errorRule.text,
    }),
    recommendations: [
      say('watch.advice.rollBack', 'Roll back to the version before.'),
    ],
    rules: [
      {
        metric: 'error_rate',
        comparison: '>=',
        threshold: 0.05,
        forMinutes: 5,
        severity: 'critical',
        state: 'broken',
        said: errorRule,
        avg: 0.07,
        min: 0.02,
        max: 0.09,
        final: 0.081,
        n: 6,
        points: [0.02, 0.07, 0.08, 0.09, 0.081].map((value, index) => ({
          at: ago(now, 20 - index),
          value,
        })),
      },
      {
        metric: 'cpu',
        comparison: '>=',
        threshold: 0.85,
        forMinutes: 10,
        severity: 'warning',
        state: 'no-data',
        said: say('watch.rule.no-data', 'No data for CPU', {
          metric: 'cpu',
          title: 'CPU',
        }),
        n: 0,
      },
    ],
  };
}

function metric(
  now: number,
  unit: DoraMetric['unit'],
  value: number | undefined,
  n: number,
  target: number,
): DoraMetric {
  const meets = value === undefined ? undefined : value <= target;
  return {
    unit,
    n,
    target,
    value,
    meets,
    low: value === undefined ? undefined : value * 0.8,
    high: value === undefined ? undefined : value * 1.2,
    said:
      value === undefined
        ? say('dora.not-enough', `Not enough data: ${n} counted, 10 needed.`, {
            n,
            needed: 10,
          })
        : say('dora.meets', `Meets the target (n ${n}).`, { n }),
    definition: say(
      'dora.definition.leadTime',
      'From the commit to its running in the environment; the median.',
    ),
    trend: [0.9, 1, 1.1].map((share, index) => ({
      from: ago(now, (3 - index) * 10080),
      to: ago(now, (2 - index) * 10080),
      n: 10,
      value: value === undefined ? undefined : value * share,
    })),
  };
}

export function someDora(now: number): Dora {
  return {
    scope: { environment: 'production' },
    from: ago(now, 30 * 1440),
    to: ago(now, 0),
    asOf: ago(now, 0),
    deploymentFrequency: metric(now, 'per-day', 12, 31, 10),
    leadTime: metric(now, 'seconds', 1800, 31, 3600),
    changeFailureRate: metric(now, 'ratio', 0.04, 31, 0.05),
    recoveryTime: metric(now, 'seconds', undefined, 3, 900),
    reworkRate: metric(now, 'ratio', 0.06, 31, 0.05),
    failures: [paymentsHistory(now)[0]],
    missing: [],
  };
}
