import type {
  ExecutionDetail,
  JournalEntry,
  RunStep,
} from '@ghostlight/plugin-runbooks-common';
import { ME, OTHER, ref } from './catalog';
import { PAYMENTS_5XX, restartPlan } from './runbooks';
import { ago, MAY, say } from './said';

function step(
  change: Partial<RunStep> & Pick<RunStep, 'id' | 'kind' | 'title'>,
): RunStep {
  return { state: 'pending', attempts: 0, timeoutSeconds: 60, ...change };
}

/** Steps as the sketch of the screen has them: two done, two at work at once, one to come. */
export function someSteps(now: number): RunStep[] {
  return [
    step({
      id: 'recent',
      kind: 'manual',
      phase: 'Look',
      title: 'Check recent deployments',
      state: 'succeeded',
      attempts: 1,
      startedAt: ago(now, 1.2),
      finishedAt: ago(now, 1.2 - 4 / 60),
      output: 'v2.3.4, 3 min before',
    }),
    step({
      id: 'wide',
      kind: 'decision',
      phase: 'Look',
      title: 'Widespread or local?',
      state: 'succeeded',
      attempts: 1,
      startedAt: ago(now, 1.1),
      finishedAt: ago(now, 1.1 - 21 / 60),
      answer: {
        by: OTHER,
        at: ago(now, 1.1 - 21 / 60),
        choice: 'all',
        notes: 'seen in three of them',
      },
      asks: {
        kind: 'decision',
        choices: [
          { id: 'all', title: 'All regions' },
          { id: 'one', title: 'One region' },
        ],
        until: ago(now, -4),
        may: MAY,
      },
    }),
    step({
      id: 'restart',
      kind: 'action',
      phase: 'Act',
      group: 'both',
      title: 'Restart payments',
      state: 'running',
      attempts: 2,
      startedAt: ago(now, 0.5),
      actionId: 'kubernetes:restart-rollout',
      plan: restartPlan(now),
      progress: 'waiting for 3/3',
    }),
    step({
      id: 'purge',
      kind: 'action',
      phase: 'Act',
      group: 'both',
      title: 'Purge the cache',
      state: 'running',
      attempts: 1,
      startedAt: ago(now, 0.5),
    }),
    step({
      id: 'well',
      kind: 'verify',
      phase: 'Act',
      title: 'Error rate back to normal',
      timeoutSeconds: 300,
    }),
  ];
}

export function someRun(
  now: number,
  change: Partial<ExecutionDetail> = {},
): ExecutionDetail {
  return {
    id: 'RUN-0017',
    kind: 'runbook',
    title: 'payments 5xx',
    runbookRef: PAYMENTS_5XX,
    runbookHash: 'h1',
    entityRef: ref('payments'),
    environment: 'production',
    incidentId: 'INC-0042',
    state: 'running',
    said: say('run.running', 'At “Restart payments”.', {
      title: 'Restart payments',
    }),
    step: 3,
    steps: 5,
    estimatedSeconds: 900,
    requestedBy: OTHER,
    operator: ME,
    requestedAt: ago(now, 1.3),
    startedAt: ago(now, 1.2),
    reason: '5xx since v2.3.4',
    inputs: { namespace: 'shop', replicas: 3 },
    runSteps: someSteps(now),
    ledger: [
      {
        seq: 1,
        at: ago(now, 0.5),
        actionId: 'a1',
        stepId: 'restart',
        state: 'intended',
        effect: { restart: 'payments' },
        hash: 'abcdef0123456789',
      },
    ],
    may: { control: MAY, answer: MAY, decide: MAY },
    ...change,
  };
}

/** A run that waits for what a person says. */
export function waitingRun(
  now: number,
  asks: NonNullable<RunStep['asks']>,
): ExecutionDetail {
  const kind = asks.kind;
  return someRun(now, {
    state: 'waiting',
    step: 1,
    said: say('run.waiting', 'Waits for somebody.', { title: 'Ask ben' }),
    runSteps: [
      step({
        id: 'ask',
        kind,
        title: 'Ask ben',
        state: 'waiting',
        attempts: 1,
        startedAt: ago(now, 1),
        timeoutSeconds: 600,
        asks,
      }),
      step({
        id: 'restart',
        kind: 'action',
        title: 'Restart payments',
        plan: restartPlan(now),
      }),
    ],
  });
}

export function someJournal(now: number): JournalEntry[] {
  return [
    { seq: 1, at: ago(now, 1.3), event: 'requested', by: OTHER },
    {
      seq: 2,
      at: ago(now, 0.5),
      event: 'output',
      stepId: 'restart.observe',
      text: 'pod 1 of 3 is ready\n',
    },
  ];
}
