import type {
  AttemptDetail,
  Policy,
  RemediationMetrics,
  Simulation,
  Switch,
  Tally,
} from '@ghostlight/plugin-runbooks-common';
import { OTHER, OWNER, ref } from './catalog';
import { restartPlan, somePlan } from './runbooks';
import { ago, MAY, say } from './said';

export const ROLLBACK = 'remediationpolicy:default/payments-rollback';

export function someTally(now: number, change: Partial<Tally> = {}): Tally {
  return {
    suggested: 0,
    tried: 4,
    succeeded: 4,
    verified: 3,
    ineffective: 1,
    harmful: 0,
    escalated: 1,
    refused: 0,
    rejected: 0,
    meanSeconds: 360,
    since: ago(now, 90 * 1440),
    ...change,
  };
}

/** A policy that wants to act by itself and has to ask until it has earned it. */
export function somePolicy(now: number, change: Partial<Policy> = {}): Policy {
  return {
    ref: ROLLBACK,
    title: 'Roll back a new version',
    description: 'For when a release answers with errors.',
    owner: OWNER,
    triggers: [{ alert: 'HighErrorRate' }],
    conditions: {
      burnAbove: 6,
      burnOverSeconds: 300,
      recentChangeSeconds: 3600,
      tiers: ['1', '2'],
      days: ['mon', 'tue'],
      from: '08:00',
      until: '20:00',
      timeZone: 'Europe/Madrid',
      severities: ['sev1', 'sev2'],
    },
    appliesTo: [
      say('policy.applies-to.types', 'types: service', { values: 'service' }),
    ],
    ladder: [
      { action: 'delivery:rollback', input: { lane: 'argo' }, attempts: 1 },
      { runbookRef: 'runbook:default/payments-5xx', attempts: 2 },
    ],
    limits: {
      perTarget: { attempts: 2, withinSeconds: 3600 },
      perHour: 3,
      perHourOrganisation: 10,
      coolDownSeconds: 600,
      concurrency: 1,
      blastRadius: 5,
      minimumHealthy: 0.5,
      storm: { incidents: 5, withinSeconds: 600 },
    },
    verification: {
      maxBurnRate: 1,
      steadySeconds: 60,
      withinSeconds: 900,
    },
    escalateTo: 'on-call',
    approvalSeconds: 1800,
    approvers: [],
    wantedMode: 'auto',
    mode: 'approve',
    earned: {
      successes: 3,
      needed: 5,
      said: say('earned.not-yet', 'It asks.', { successes: 3, needed: 5 }),
    },
    switch: { scope: ROLLBACK, on: true },
    sentence: say('policy.sentence.approve', 'When …', {
      when: 'HighErrorRate',
      what: 'delivery:rollback',
      minutes: 15,
      escalateTo: 'on-call',
    }),
    findings: [],
    tally: someTally(now),
    viewUrl: 'https://git.example/payments/policy.yaml',
    may: { switch: MAY },
    ...change,
  };
}

/** One that waits for somebody to agree. */
export function someAttempt(
  now: number,
  change: Partial<AttemptDetail> = {},
): AttemptDetail {
  return {
    id: 'REM-0031',
    policyRef: ROLLBACK,
    policyTitle: 'Roll back a new version',
    entityRef: ref('payments'),
    environment: 'production',
    incidentId: 'INC-0042',
    symptom: 'HighErrorRate',
    rung: 0,
    attempt: 1,
    mode: 'approve',
    state: 'waiting-approval',
    title: 'Roll payments back',
    proposedBy: ROLLBACK,
    at: ago(now, 2),
    said: say('attempt.waiting-approval', 'Waits for an approval.'),
    plan: somePlan(now, {
      steps: [
        {
          id: 'action',
          kind: 'action',
          title: 'Restart payments',
          timeoutSeconds: 60,
          plan: restartPlan(now),
        },
      ],
    }),
    evidence: [
      {
        label: 'availability',
        value: 'burn rate 14',
        url: '/slo/objectives/availability',
        asOf: ago(now, 2),
      },
      { label: 'not a link', url: 'data:text/html,here' },
    ],
    conditions: [
      {
        holds: true,
        said: say('condition.burn', 'The burn rate is 14', {
          burn: 14,
          above: 6,
        }),
      },
    ],
    limits: [
      {
        limit: 'switch',
        holds: true,
        said: say('limit.switch', 'on', { have: 'on', most: 'on' }),
      },
      {
        limit: 'per-hour',
        holds: true,
        said: say('limit.per-hour', '0 of 3', { have: 0, most: 3 }),
      },
      {
        limit: 'blast-radius',
        holds: false,
        said: say('limit.blast-radius', 'Touches 9 entities', {
          have: 9,
          most: 5,
        }),
      },
    ],
    approval: { state: 'waiting', until: ago(now, -28), approvers: [OWNER] },
    may: { decide: MAY },
    ...change,
  };
}

/** What remediation is and did in the test world. */
export interface Remediation {
  policies: Policy[];
  attempts: AttemptDetail[];
  /** That of everything first. */
  switches: Switch[];
  metrics: RemediationMetrics;
  simulation: Simulation;
}

export function someRemediation(now: number): Remediation {
  const off: Switch = {
    scope: 'remediationpolicy:default/scale-out',
    on: false,
    by: OTHER,
    at: ago(now, 60),
    reason: 'too eager',
  };
  return {
    policies: [
      somePolicy(now, { lastAttempt: someAttempt(now) }),
      somePolicy(now, {
        ref: off.scope,
        title: 'Scale out',
        wantedMode: 'suggest',
        mode: 'suggest',
        earned: undefined,
        switch: off,
        sentence: say('policy.sentence.suggest', 'When …', {
          when: '*',
          what: 'kubernetes:scale',
          minutes: 10,
          escalateTo: OWNER,
        }),
        tally: someTally(now, {
          tried: 0,
          succeeded: 0,
          verified: 0,
          ineffective: 0,
          escalated: 0,
          meanSeconds: undefined,
        }),
      }),
    ],
    attempts: [
      someAttempt(now),
      someAttempt(now, {
        id: 'REM-0030',
        state: 'verified',
        at: ago(now, 5000),
        finishedAt: ago(now, 4990),
        said: say('attempt.verified', 'Users have recovered.', { why: 'x' }),
      }),
    ],
    switches: [{ scope: 'all', on: true }, off],
    metrics: {
      from: ago(now, 30 * 1440),
      to: ago(now, 0),
      asOf: ago(now, 0),
      all: someTally(now),
      policies: [
        {
          ref: ROLLBACK,
          title: 'Roll back a new version',
          tally: someTally(now, { tried: 3 }),
        },
        { title: '', tally: someTally(now, { tried: 1, verified: 0 }) },
      ],
      trend: [20, 10].map(days => ({
        from: ago(now, days * 1440),
        to: ago(now, (days - 10) * 1440),
        tally: someTally(now, { tried: 2 }),
      })),
      missing: [],
    },
    simulation: {
      policyRef: ROLLBACK,
      from: ago(now, 90 * 1440),
      to: ago(now, 0),
      incidents: 3,
      wouldHaveActed: 2,
      wouldHaveRecovered: 1,
      said: say('of-tomorrow', 'In 3 incidents.'),
      items: [
        {
          incidentId: 'INC-0040',
          wouldHaveMatched: true,
          wouldHaveActed: true,
          actedAt: ago(now, 9000),
          wouldHaveRecovered: 'yes',
          savedSeconds: 1200,
          because: [say('of-tomorrow', 'The same rollback helped then.')],
        },
        {
          incidentId: 'INC-0039',
          wouldHaveMatched: true,
          wouldHaveActed: true,
          wouldHaveRecovered: 'unknown',
          because: [say('of-tomorrow', 'Nothing like it was done then.')],
        },
        {
          incidentId: 'INC-0038',
          wouldHaveMatched: false,
          wouldHaveActed: false,
          wouldHaveRecovered: 'no',
          because: [],
        },
      ],
    },
  };
}
