import type {
  ActionInfo,
  ActionPlan,
  ExecutionPlan,
  Runbook,
  RunbookDetail,
} from '@ghostlight/plugin-runbooks-common';
import { OWNER, ref } from './catalog';
import { ago, MAY, say } from './said';

export const PAYMENTS_5XX = 'runbook:default/payments-5xx';

export function restartPlan(now: number): ActionPlan {
  return {
    action: 'kubernetes:restart-rollout',
    title: say('of-a-module', 'Restart the pods of deployment/payments.'),
    target: 'deployment/shop/payments',
    input: { name: 'payments', namespace: 'shop' },
    changes: [{ label: 'restarted at', from: 'never', to: 'now' }],
    reversible: true,
    undo: say('of-a-module', 'Nothing has to be undone.'),
    refusals: [],
    blastRadius: {
      entities: [ref('payments')],
      share: 1 / 3,
      said: say('of-a-module', 'One pod of three at a time.'),
    },
    asOf: ago(now, 0),
  };
}

/** A runbook with a step of every kind. */
export function someRunbook(
  now: number,
  change: Partial<RunbookDetail> = {},
): RunbookDetail {
  return {
    ref: PAYMENTS_5XX,
    title: 'payments 5xx',
    description:
      'For when **payments** answers with errors. See [the guide](https://guide.example/5xx) and [not this](javascript:alert(1)).\n\n<img src="https://spy.example/x.png">\n\n```mermaid\ngraph TD; A-->B\n```',
    form: 'yaml',
    owner: OWNER,
    severity: 'sev2',
    estimatedSeconds: 900,
    serviceRefs: [ref('payments')],
    triggers: [
      { alert: 'HighErrorRate', labels: { service: 'payments' } },
      {
        slo: 'slo:default/availability',
        burn: 'page',
        severities: ['sev1', 'sev2'],
      },
    ],
    actions: ['kubernetes:restart-rollout'],
    steps: 6,
    runnable: true,
    findings: [],
    lastRun: {
      id: 'RUN-0011',
      state: 'succeeded',
      by: 'user:default/ben',
      startedAt: ago(now, 3010),
      finishedAt: ago(now, 3000),
      said: say('run.succeeded', 'All was done.'),
    },
    stale: say('runbook.untried', 'Nobody has run it.'),
    updatedAt: ago(now, 9000),
    viewUrl: 'https://git.example/payments/runbook.yaml',
    editUrl: 'data:text/html,edit',
    hash: 'h1',
    inputs: [
      {
        name: 'namespace',
        title: 'Namespace',
        type: 'string',
        required: true,
        default: 'shop',
        pattern: '[a-z-]+',
      },
      {
        name: 'replicas',
        title: 'Replicas',
        type: 'integer',
        required: true,
        minimum: 1,
        maximum: 9,
        description: 'How many there should be.',
      },
      {
        name: 'speed',
        title: 'Speed',
        type: 'choice',
        required: false,
        choices: ['slow', 'fast'],
      },
      {
        name: 'drain',
        title: 'Drain first',
        type: 'boolean',
        required: false,
        default: true,
      },
      { name: 'token', title: 'Token', type: 'secret', required: false },
    ],
    phases: [
      {
        id: 'look',
        title: 'Look',
        steps: [
          {
            id: 'recent',
            kind: 'manual',
            title: 'Check recent deployments',
            text: 'Look at the Delivery tab.',
            checklist: ['looked at versions', 'looked at flags'],
            timeoutSeconds: 300,
          },
          {
            id: 'wide',
            kind: 'decision',
            title: 'Widespread or local?',
            choices: [
              { id: 'all', title: 'All regions' },
              { id: 'one', title: 'One region' },
            ],
            timeoutSeconds: 300,
          },
        ],
      },
      {
        id: 'act',
        title: 'Act',
        steps: [
          {
            id: 'agree',
            kind: 'approval',
            title: 'Agree to the restart',
            timeoutSeconds: 1800,
          },
          {
            id: 'both',
            kind: 'parallel',
            title: 'Restart and scale',
            timeoutSeconds: 120,
            steps: [
              {
                id: 'restart',
                kind: 'action',
                title: 'Restart payments',
                action: 'kubernetes:restart-rollout',
                installed: true,
                reversible: true,
                input: { namespace: '${{ inputs.namespace }}' },
                timeoutSeconds: 60,
                retry: { attempts: 3, backoffSeconds: 10 },
                when: { step: 'wide', in: ['all'] },
              },
              {
                id: 'purge',
                kind: 'action',
                title: 'Purge the cache',
                action: 'http:webhook',
                installed: false,
                timeoutSeconds: 60,
                continueOnFailure: true,
              },
            ],
          },
          {
            id: 'settle',
            kind: 'wait',
            title: 'Let it settle',
            seconds: 30,
            timeoutSeconds: 60,
          },
          {
            id: 'well',
            kind: 'verify',
            title: 'Error rate back to normal',
            timeoutSeconds: 300,
            verification: {
              maxBurnRate: 1,
              steadySeconds: 60,
              withinSeconds: 300,
            },
          },
        ],
      },
    ],
    causes: [
      {
        cause: 'A bad release',
        check: 'It began with a **deployment**.',
        mitigation: 'Roll it back.',
        action: 'delivery:rollback',
        input: { environment: 'production' },
      },
    ],
    rollback: [{ cause: 'Scaled too far', mitigation: 'Scale back to 3.' }],
    escalation: [{ afterSeconds: 900, to: 'on-call', text: 'by phone' }],
    communication: [
      {
        when: 'at once',
        audience: 'Support',
        channel: '#support',
        text: 'Payments fail for some.',
      },
    ],
    verification: {
      objectives: ['slo:default/availability'],
      maxBurnRate: 1,
      steadySeconds: 60,
      withinSeconds: 300,
    },
    may: { run: MAY },
    ...change,
  };
}

/** What a list has of a runbook. */
export function briefOf(detail: RunbookDetail): Runbook {
  const { hash, markdown, inputs, phases, causes, ...rest } = detail;
  const { escalation, rollback, communication, verification, may, ...brief } =
    rest;
  return brief;
}

/** One that its author has yet to put right. */
export function brokenRunbook(now: number): RunbookDetail {
  return someRunbook(now, {
    ref: 'runbook:default/broken',
    title: 'Cache is cold',
    form: 'markdown',
    markdown: '# Warm it up\n\n1. Call the warmer.',
    runnable: false,
    lastRun: undefined,
    stale: undefined,
    serviceRefs: [],
    triggers: [],
    phases: [],
    steps: 0,
    findings: [
      {
        code: 'timeout-missing',
        path: 'spec.phases[0].steps[0].timeout',
        severity: 'warning',
        message: 'The step has no time-out.',
      },
      {
        code: 'action-unknown',
        path: 'spec.phases[0].steps[1].action',
        line: 12,
        severity: 'error',
        message: 'No action has this id.',
        found: 'cache:warm',
        allowed: 'http:webhook',
      },
    ],
  });
}

export function somePlan(
  now: number,
  change: Partial<ExecutionPlan> = {},
): ExecutionPlan {
  return {
    runbookRef: PAYMENTS_5XX,
    entityRef: ref('payments'),
    environment: 'production',
    inputs: { namespace: 'shop', replicas: 3 },
    estimatedSeconds: 900,
    refusals: [],
    approval: { needed: false, approvers: [] },
    may: MAY,
    asOf: ago(now, 0),
    steps: [
      {
        id: 'recent',
        kind: 'manual',
        phase: 'Look',
        title: 'Check recent deployments',
        timeoutSeconds: 300,
      },
      {
        id: 'restart',
        kind: 'action',
        phase: 'Act',
        title: 'Restart payments',
        timeoutSeconds: 60,
        plan: restartPlan(now),
      },
      {
        id: 'purge',
        kind: 'action',
        phase: 'Act',
        title: 'Purge the cache',
        timeoutSeconds: 60,
        problem: say('plan.failed', 'Not known', {
          why: 'http:webhook is not installed',
        }),
      },
    ],
    ...change,
  };
}

export const someActions: ActionInfo[] = [
  {
    id: 'kubernetes:restart-rollout',
    title: say('of-a-module', 'Restart a rollout'),
    description: say('of-a-module', 'Replaces the pods one after the other.'),
    input: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', description: 'Of the deployment' },
        speed: { enum: ['slow', 'fast'] },
      },
    },
    reads: ['deployments'],
    changes: ['the pod template of a deployment'],
    reversible: true,
    undo: say('of-a-module', 'Nothing has to be undone.'),
    dryRun: true,
    enabled: true,
  },
  {
    id: 'http:webhook',
    title: say('of-a-module', 'Call a webhook'),
    description: say('of-a-module', 'Posts to a host of the allow-list.'),
    input: { type: 'object' },
    reads: [],
    changes: ['whatever the far end does'],
    reversible: false,
    dryRun: false,
    enabled: false,
    why: say('of-a-module', 'No host is allowed.'),
  },
];
