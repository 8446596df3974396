import type {
  Experiment,
  ExperimentReport,
} from '@ghostlight/plugin-runbooks-common';
import { OWNER, ref } from './catalog';
import { ago, MAY, say } from './said';

export const KILL_A_THIRD = 'chaosexperiment:default/kill-a-third';

export function someExperiment(
  now: number,
  change: Partial<Experiment> = {},
): Experiment {
  return {
    ref: KILL_A_THIRD,
    title: 'Kill a third of payments',
    owner: OWNER,
    entityRef: ref('payments'),
    environment: 'staging',
    hypothesis: 'A third of the pods may die, and no customer notices.',
    fault: {
      kind: 'kill-pods',
      share: 1 / 3,
      selector: { app: 'payments' },
      engine: 'kubernetes',
    },
    durationSeconds: 300,
    steadyState: {
      objectives: ['slo:default/availability'],
      maxBurnRate: 2,
      beforeSeconds: 120,
    },
    blastRadius: { entities: 5, share: 0.4 },
    schedule: {
      cron: '0 10 * * 2',
      timeZone: 'Europe/Madrid',
      next: ago(now, -1440),
    },
    blackouts: [{ days: ['fri', 'sat'] }],
    findings: [],
    switch: { scope: KILL_A_THIRD, on: true },
    lastRun: {
      id: 'RUN-0010',
      state: 'succeeded',
      by: OWNER,
      startedAt: ago(now, 3010),
      finishedAt: ago(now, 3000),
      said: say('experiment.verdict.held', 'It held.', { worst: 1, most: 2 }),
    },
    sentence: say('experiment.sentence', 'Kills …', {
      fault: say('experiment.fault.kill-pods', 'Kills a third', {
        percentOfPods: 33,
        entity: ref('payments'),
        environment: 'staging',
      }),
      minutes: 5,
      maxBurnRate: 2,
    }),
    may: { run: MAY, switch: MAY },
    ...change,
  };
}

/** Of one that was stopped by its guard. */
export function someReport(now: number): ExperimentReport {
  const burns = say('experiment.burns', 'availability burns', {
    title: 'availability',
    burn: 4,
    most: 2,
  });
  return {
    experimentRef: KILL_A_THIRD,
    hypothesis: 'No customer notices.',
    fault: {
      kind: 'latency',
      milliseconds: 300,
      jitterMilliseconds: 50,
      engine: 'chaos-mesh',
    },
    verdict: 'broken',
    said: say('experiment.verdict.broken', 'It did not hold: …', {
      why: burns,
      most: 2,
    }),
    stoppedBecause: burns,
    injected: {
      from: ago(now, 8),
      to: ago(now, 5),
      targets: ['pod/payments-1'],
    },
    readings: [
      {
        objective: 'slo:default/availability',
        title: 'availability',
        points: [
          { at: ago(now, 10), burnRate: 0.5, phase: 'before' },
          { at: ago(now, 7), burnRate: 4, phase: 'during' },
          { at: ago(now, 2), burnRate: 0.4, phase: 'after' },
        ],
      },
      { objective: 'slo:default/latency', title: 'latency', points: [] },
    ],
    recommendations: [
      say('experiment.recommend.latency', 'Look at the time-outs.'),
    ],
  };
}
