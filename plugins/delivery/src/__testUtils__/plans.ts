import type {
  Gate,
  RollbackDetail,
  RollbackPlan,
  Rollout,
} from '@ghostlight/plugin-delivery-common';
import { OWNER, ref } from './catalog';
import { ago, say } from './deployments';

export function someGate(now: number, change: Partial<Gate> = {}): Gate {
  return {
    entityRef: ref('payments'),
    environment: 'production',
    purpose: 'deploy',
    verdict: 'deny',
    said: say('gate.release.deny', 'No: The policy holds releases back', {
      checks: 'error budget, freezes',
      count: 2,
    }),
    checks: [
      {
        id: 'budget',
        title: 'Error budget',
        verdict: 'fail',
        said: say('budget.fail', 'The policy holds releases back', {
          policy: 'conservative',
        }),
        howToPass: say('budget.how', 'Wait until budget has come back'),
        evidence: [
          {
            label: 'availability',
            value: '81 % spent',
            url: '/catalog/default/component/payments/slo',
            asOf: ago(now, 1),
          },
        ],
      },
      {
        id: 'freeze',
        title: 'Freezes',
        verdict: 'fail',
        said: say('freeze.fail', 'Frozen until 2026-11-22T08:00:00Z: sale', {
          title: 'Black Friday',
          until: ago(now, -600),
        }),
        evidence: [{ label: 'sneaky', url: 'data:text/html,sneaky' }],
      },
      {
        id: 'incidents',
        title: 'Open incidents',
        verdict: 'pass',
        said: say('incidents.pass', 'No incident is open.'),
        evidence: [],
      },
    ],
    asOf: ago(now, 0),
    expiresAt: ago(now, -5),
    signature: 'e30.e30.x',
    ...change,
  };
}

export function somePlan(
  now: number,
  change: Partial<RollbackPlan> = {},
): RollbackPlan {
  return {
    id: 'plan-1',
    entityRef: ref('payments'),
    environment: 'production',
    target: {
      driver: 'kubernetes',
      ref: 'prod/shop/deployments/payments',
      title: 'deployment payments in shop (prod)',
    },
    from: { version: 'v2.3.4', deploymentId: 'd4', good: false },
    to: {
      version: 'v2.3.3',
      revision: '7',
      deploymentId: 'd3',
      deployedAt: ago(now, 1500),
      good: true,
    },
    candidates: [
      { version: 'v2.3.3', revision: '7', deploymentId: 'd3', good: true },
      { version: 'v2.3.2', revision: '6', deploymentId: 'd2', good: false },
    ],
    values: [
      { kind: 'image', label: 'image of app', from: 'sha 9f2', to: 'sha 41c' },
      { kind: 'env', label: 'env FEATURE_X', from: 'on', to: 'off' },
    ],
    diff: '--- now\n+++ after\n@@ -1 +1 @@\n-image: 9f2\n+image: 41c\n replicas: 3\n',
    oneWay: [
      say('kubernetes.one-way', 'migration 0042', { what: 'migration 0042' }),
    ],
    undoers: [
      {
        name: 'Argo CD application payments',
        effect: 'paused-by-plan',
        said: say('kubernetes.argocd', 'With self-healing …', {
          name: 'payments',
        }),
      },
      {
        name: 'HorizontalPodAutoscaler payments',
        effect: 'none',
        said: say('kubernetes.autoscaler', 'It keeps between 2 and 9 pods', {
          name: 'payments',
          min: 2,
          max: 9,
        }),
      },
    ],
    gate: someGate(now, {
      purpose: 'rollback',
      verdict: 'allow',
      said: say('gate.rollback.allow', 'Yes: all checks pass.'),
      checks: [
        {
          id: 'budget',
          title: 'Error budget',
          verdict: 'pass',
          said: say('budget.rollback', 'A rollback is allowed.'),
          evidence: [],
        },
      ],
    }),
    lanes: [
      {
        id: 'argocd',
        title: 'Argo operation',
        lasts: true,
        said: say('kubernetes.lasts', 'At once'),
        available: true,
        recommended: true,
        steps: [{ id: 'sync', title: 'Sync to 41c', reversible: true }],
      },
      {
        id: 'kubernetes',
        title: 'Kubernetes only',
        lasts: false,
        said: say('kubernetes.undone', 'Undone by Argo CD', {
          names: 'Argo CD',
        }),
        available: true,
        recommended: false,
        steps: [],
      },
      {
        id: 'github',
        title: 'GitHub',
        lasts: false,
        said: say('lane.unavailable', 'GitHub cannot do it now.', {
          driver: 'GitHub',
        }),
        available: false,
        unavailable: say('lane.why', 'GitHub: does not know v2.3.3', {
          driver: 'GitHub',
          why: 'does not know v2.3.3',
        }),
        recommended: false,
        steps: [],
      },
    ],
    approval: {
      needed: true,
      why: say('approval.needed', 'A second person has to agree: tier 1.', {
        what: 'tier 1',
      }),
      approvers: [OWNER],
      onCall: ['user:default/ben'],
    },
    refusals: [],
    incidentIds: ['INC-0042'],
    may: { allowed: true, who: [OWNER] },
    verification: [
      say('verify.rolled-out', 'The platform says so.'),
      say('verify.sli', 'Within 5 min …', {
        minutes: 5,
        errors: 0.01,
        latency: 1,
        looks: 3,
      }),
    ],
    asOf: ago(now, 0),
    expiresAt: ago(now, -15),
    ...change,
  };
}

export function someRollback(
  now: number,
  change: Partial<RollbackDetail> = {},
): RollbackDetail {
  const plan = somePlan(now);
  return {
    id: 'RB-0007',
    state: 'verifying',
    entityRef: plan.entityRef,
    environment: plan.environment,
    from: plan.from,
    to: plan.to,
    lane: 'argocd',
    reason: '5xx since v2.3.4',
    dryRun: false,
    requestedBy: 'user:default/ben',
    requestedAt: ago(now, 2),
    startedAt: ago(now, 2),
    incidentId: 'INC-0042',
    said: say('rollback.verifying', 'v2.3.3 runs again; watching', {
      version: 'v2.3.3',
      why: '',
      step: 'What users see recovers',
    }),
    plan,
    steps: [
      {
        id: 'sync',
        title: 'Sync to 41c',
        kind: 'effect',
        state: 'succeeded',
        startedAt: ago(now, 2),
        finishedAt: ago(now, 1.9),
      },
      {
        id: 'roll-out',
        title: 'v2.3.3 rolled out',
        kind: 'check',
        state: 'succeeded',
        startedAt: ago(now, 1.9),
        finishedAt: ago(now, 1.2),
      },
      {
        id: 'verify',
        title: 'What users see recovers',
        kind: 'check',
        state: 'waiting',
        startedAt: ago(now, 1.2),
        progress: 'errors 8 % → 0.4 %',
      },
    ],
    readings: [
      {
        name: 'error_rate',
        unit: 'ratio',
        before: 0.08,
        worst: 0.09,
        now: 0.004,
        at: ago(now, 0),
        good: true,
      },
    ],
    ledger: [
      {
        seq: 1,
        at: ago(now, 2),
        actionId: 'a1',
        stepId: 'sync',
        state: 'applied',
        effect: { sync: '41c' },
        hash: 'ab'.repeat(32),
      },
    ],
    deploymentId: 'd5',
    may: {
      approve: {
        allowed: false,
        who: [OWNER],
        why: say('may.requester', 'You asked for it.'),
      },
      cancel: { allowed: true, who: [OWNER] },
    },
    ...change,
  };
}

export function someRollout(
  now: number,
  change: Partial<Rollout> = {},
): Rollout {
  return {
    id: 'ro-1',
    entityRef: ref('checkout'),
    environment: 'production',
    engine: 'ghostlight',
    strategy: { type: 'canary' },
    state: 'running',
    version: 'v5.1.0',
    previousVersion: 'v5.0.9',
    weight: 25,
    requestedBy: 'user:default/ana',
    startedAt: ago(now, 8),
    steps: [
      { id: 's1', title: '5 % of the traffic', weight: 5, state: 'succeeded' },
      { id: 's2', title: 'Watch', seconds: 600, state: 'running' },
      { id: 's3', title: '100 %', weight: 100, state: 'pending' },
    ],
    analysis: [
      {
        metric: 'error_rate',
        title: 'error rate',
        verdict: 'undecided',
        said: say('rollout.errors.littleTraffic', 'Too little traffic', {
          rate: '0 %',
          n: 41,
          baseline: '0.2 %',
          baselineN: 812,
          max: '5 %',
          more: 300,
        }),
        canary: { value: 0, n: 41 },
        baseline: { value: 0.002, n: 812 },
        at: ago(now, 0),
      },
    ],
    controls: [
      { action: 'promote', may: { allowed: true, who: [OWNER] } },
      { action: 'abort', may: { allowed: true, who: [OWNER] } },
    ],
    said: say('rollout.running.weight', 'v5.1.0 has 25 %', {
      version: 'v5.1.0',
      previous: 'v5.0.9',
      weight: 25,
    }),
    falseRollbackBound: 0.01,
    ...change,
  };
}
