import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import {
  type ActionFacts,
  compileExperiment,
  compilePolicy,
  compileRunbook,
} from './index';

const actions = new Map<string, ActionFacts>([
  [
    'kubernetes:scale',
    {
      reversible: true,
      input: {
        required: ['replicas'],
        properties: { replicas: {} },
        additionalProperties: false,
      },
    },
  ],
  ['kubernetes:clean-orphans', { reversible: false }],
]);

const compilers = {
  Runbook: compileRunbook,
  RemediationPolicy: compilePolicy,
  ChaosExperiment: compileExperiment,
};

function entityOf(kind: keyof typeof compilers, spec: string): Entity {
  return {
    apiVersion: 'ghostlight.dev/v1',
    kind,
    metadata: { name: 'tried' },
    spec: parse(spec),
  };
}

function findingsOf(kind: keyof typeof compilers, spec: string): string[] {
  const { findings } = compilers[kind](entityOf(kind, spec), { actions });
  return findings.map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );
}

const step = (text: string) => `verification: {}\nsteps: [${text}]`;
const policy = (text: string) =>
  `triggers: [{ alert: a }]\ndo: [{ runbook: b }]\n${text}`;
const experiment = (text: string) =>
  `entity: a\nenvironment: staging\nhypothesis: It holds\n${text}`;

describe('what is found', () => {
  it.each<[string, keyof typeof compilers, string, string[]]>([
    [
      'an unknown field',
      'Runbook',
      'stepz: []',
      ['error unknown-field spec.stepz'],
    ],
    [
      'a misspelled field of a step, and all else',
      'Runbook',
      step('{ manual: a, timeuot: 5m }, { action: a:b, timeout: soon }'),
      [
        'error unknown-field spec.steps[0].timeuot',
        'error invalid spec.steps[1].timeout',
      ],
    ],
    [
      'a step of two kinds',
      'Runbook',
      step('{ manual: a, wait: 5s }'),
      ['error several-kinds spec.steps[0]'],
    ],
    [
      'a step of no kind',
      'Runbook',
      step('{ title: a }'),
      ['error no-kind spec.steps[0]'],
    ],
    [
      'a field of another kind',
      'Runbook',
      step('{ wait: 5s, checklist: [a] }'),
      ['error misplaced-field spec.steps[0].checklist'],
    ],
    [
      'an id twice',
      'Runbook',
      step('{ id: a, wait: 5s }, { parallel: [{ id: a, wait: 5s }] }'),
      ['error duplicate-id spec.steps[1].parallel[0].id'],
    ],
    [
      'an id that runs use',
      'Runbook',
      step('{ id: verification, wait: 5s }'),
      ['error reserved-id spec.steps[0].id'],
    ],
    [
      'a group within a group',
      'Runbook',
      step('{ parallel: [{ parallel: [{ wait: 1s }] }] }'),
      [
        'error unknown-field spec.steps[0].parallel[0].parallel',
        'error no-kind spec.steps[0].parallel[0]',
      ],
    ],
    [
      'a decision with one choice',
      'Runbook',
      step('{ decision: a, choices: [b, B], timeout: 5m }'),
      ['error duplicate-id spec.steps[0].choices'],
    ],
    [
      'an answer to a later question',
      'Runbook',
      step(
        '{ wait: 5s, when: { step: q, in: a } }, { id: q, decision: a, choices: [a, b], timeout: 5m }',
      ),
      ['error later-step spec.steps[0].when.step'],
    ],
    [
      'an answer to no question',
      'Runbook',
      step('{ id: a, wait: 5s }, { wait: 5s, when: { step: a, in: a } }'),
      ['error unknown-step spec.steps[1].when.step'],
    ],
    [
      'an answer that cannot be given',
      'Runbook',
      step(
        '{ id: q, decision: a, choices: [a, b], timeout: 5m }, { wait: 5s, when: { step: q, in: [a, c] } }',
      ),
      ['error unknown-choice spec.steps[1].when.in'],
    ],
    [
      'a value of no name',
      'Runbook',
      step(
        '{ action: kubernetes:scale, timeout: 5m, input: { replicas: "${{ inputs.n }}" } }',
      ),
      ['error unknown-name spec.steps[0].input.replicas'],
    ],
    [
      'a calculation',
      'Runbook',
      step(
        '{ action: kubernetes:scale, timeout: 5m, input: { replicas: "${{ 1 + 1 }}" } }',
      ),
      ['error template-syntax spec.steps[0].input.replicas'],
    ],
    [
      'a template left open',
      'Runbook',
      step(
        '{ action: kubernetes:scale, timeout: 5m, input: { replicas: "${{ entity.ref" } }',
      ),
      ['error template-syntax spec.steps[0].input.replicas'],
    ],
    [
      'the result of a step at the same time',
      'Runbook',
      step(
        '{ parallel: [{ id: a, wait: 1s }, { action: kubernetes:scale, timeout: 5m, input: { replicas: "${{ steps.a.n }}" } }] }',
      ),
      ['error later-step spec.steps[0].parallel[1].input.replicas'],
    ],
    [
      'no time-out',
      'Runbook',
      step('{ action: kubernetes:scale, input: { replicas: 2 } }'),
      ['warning missing-timeout spec.steps[0].timeout'],
    ],
    [
      'a time-out beyond the estimate',
      'Runbook',
      `estimatedTime: 5m\n${step('{ manual: a, timeout: 6m }')}`,
      ['warning timeout-over-estimate spec.steps[0].timeout'],
    ],
    [
      'no verification',
      'Runbook',
      'steps: [{ action: kubernetes:scale, timeout: 5m, input: { replicas: 2 } }]',
      ['warning missing-verification spec.verification'],
    ],
    [
      'what cannot be undone, unapproved',
      'Runbook',
      step('{ action: kubernetes:clean-orphans, timeout: 5m }'),
      ['warning irreversible-without-approval spec.steps[0]'],
    ],
    [
      'nothing once it is approved',
      'Runbook',
      step(
        '{ approval: May I?, timeout: 5m }, { action: kubernetes:clean-orphans, timeout: 5m }',
      ),
      [],
    ],
    [
      'an action that is not there',
      'Runbook',
      step('{ action: kubernetes:scael, timeout: 5m }'),
      ['warning unknown-action spec.steps[0].action'],
    ],
    [
      'fields that an action wants, and does not know',
      'Runbook',
      step('{ action: kubernetes:scale, timeout: 5m, input: { replica: 2 } }'),
      [
        'warning missing-action-input spec.steps[0].input.replicas',
        'warning unknown-action-input spec.steps[0].input.replica',
      ],
    ],
    ['nothing to do', 'Runbook', '{}', ['warning no-steps spec.steps']],
    [
      'steps in phases and without',
      'Runbook',
      `phases: []\n${step('{ wait: 1s }')}`,
      ['error invalid spec.steps'],
    ],
    [
      'more than a hundred steps',
      'Runbook',
      `phases: [${`{ title: a, steps: [${'{ wait: 1s },'.repeat(
        51,
      )}] },`.repeat(2)}]`,
      ['error too-large spec.phases[1].steps[49]'],
    ],
    [
      'a trigger for everything',
      'Runbook',
      `triggers: [{ alert: '*' }]\n${step('{ wait: 1s }')}`,
      ['warning matches-everything spec.triggers[0]'],
    ],
    [
      'a pattern that looks back',
      'Runbook',
      `inputs: [{ name: a, pattern: '(a)\\1' }]\n${step('{ wait: 1s }')}`,
      ['error invalid spec.inputs[0].pattern'],
    ],
    [
      'a pattern that grows',
      'Runbook',
      `inputs: [{ name: a, pattern: '((a{99}){99}){99}' }]\n${step(
        '{ wait: 1s }',
      )}`,
      ['error invalid spec.inputs[0].pattern'],
    ],
    [
      'a default that is none',
      'Runbook',
      `inputs: [{ name: a, type: integer, maximum: 3, default: 4 }]\n${step(
        '{ wait: 1s }',
      )}`,
      ['error invalid spec.inputs[0].default'],
    ],
    [
      'a choice without choices, an input twice',
      'Runbook',
      `inputs: [{ name: a, type: choice }, { name: a }]\n${step(
        '{ wait: 1s }',
      )}`,
      [
        'error missing spec.inputs[0].choices',
        'error duplicate-id spec.inputs[1].name',
      ],
    ],
    ['a runbook without a spec', 'Runbook', 'null', ['error missing spec']],
    [
      'a policy without triggers',
      'RemediationPolicy',
      'triggers: []\ndo: [{ runbook: a }]',
      ['error invalid spec.triggers'],
    ],
    [
      'a condition that is misspelled',
      'RemediationPolicy',
      policy('conditions: { burnabove: 5 }'),
      ['error unknown-field spec.conditions.burnabove'],
    ],
    [
      'a window without a rate',
      'RemediationPolicy',
      policy('conditions: { burnOver: 5m }'),
      ['error invalid spec.conditions.burnOver'],
    ],
    [
      'a window in which there is no whole minute',
      'RemediationPolicy',
      policy('conditions: { burnAbove: 6, burnOver: 90s }'),
      ['warning burn-over-short spec.conditions.burnOver'],
    ],
    [
      'a rung of two kinds',
      'RemediationPolicy',
      'triggers: [{ alert: a }]\ndo: [{ runbook: a, action: a:b }]',
      ['error invalid spec.do[0]'],
    ],
    [
      'what cannot be undone, by itself',
      'RemediationPolicy',
      'appliesTo: { tiers: ["1"] }\nmode: auto\ntriggers: [{ alert: a }]\ndo: [{ action: kubernetes:clean-orphans }]',
      ['error irreversible-auto spec.do[0].action'],
    ],
    [
      'what acts on all by itself',
      'RemediationPolicy',
      policy('mode: auto'),
      ['warning auto-for-all spec.appliesTo'],
    ],
    [
      'a rung that is never reached',
      'RemediationPolicy',
      'triggers: [{ alert: a }]\ndo: [{ runbook: a, attempts: 2 }, { runbook: b }]',
      ['warning rung-beyond-limit spec.do[1]'],
    ],
    [
      'a limit that never holds',
      'RemediationPolicy',
      policy('limits: { perTarget: { attempts: 1, within: 5m } }'),
      ['warning limit-without-end spec.limits.perTarget.within'],
    ],
    [
      'a limit that is none',
      'RemediationPolicy',
      policy('limits: { perHour: 0 }'),
      ['error invalid spec.limits.perHour'],
    ],
    [
      'what is steady for too long',
      'RemediationPolicy',
      policy('verification: { within: 1m, steady: 2m }'),
      ['error invalid spec.verification.steady'],
    ],
    [
      'an input of nobody',
      'RemediationPolicy',
      'triggers: [{ alert: a }]\ndo: [{ runbook: a, inputs: { x: "${{ inputs.x }}" } }]',
      ['error unknown-name spec.do[0].inputs.x'],
    ],
    [
      'a fault that Kubernetes has not',
      'ChaosExperiment',
      experiment('fault: { kind: loss, engine: kubernetes, percent: 3 }'),
      ['error invalid spec.fault.engine'],
    ],
    [
      'a fault of no size',
      'ChaosExperiment',
      experiment('fault: { kind: latency }'),
      ['error missing spec.fault.milliseconds'],
    ],
    [
      'a fault beyond its bounds',
      'ChaosExperiment',
      experiment('fault: { kind: kill-pods, share: 0.6 }'),
      ['error beyond-blast-radius spec.fault.share'],
    ],
    [
      'a schedule and a time zone that are none',
      'ChaosExperiment',
      experiment(
        'fault: { kind: kill-pods }\nschedule: { cron: daily, timeZone: Here }',
      ),
      [
        'error invalid spec.schedule.cron',
        'error invalid spec.schedule.timeZone',
      ],
    ],
    [
      'a schedule that only the entity guards',
      'ChaosExperiment',
      experiment('fault: { kind: kill-pods }\nschedule: { cron: "0 1 * * *" }'),
      ['warning unguarded-schedule spec.steadyState.objectives'],
    ],
  ])('%s', (_name, kind, spec, expected) => {
    expect(findingsOf(kind, spec)).toEqual(expected);
  });

  it('names what stood there and what may', () => {
    const [finding] = compileRunbook(
      entityOf('Runbook', 'severity: high\nsteps: [{ wait: 1s }]'),
    ).findings;
    expect(finding).toEqual({
      severity: 'error',
      code: 'invalid',
      path: 'spec.severity',
      message: 'Not a value this field takes.',
      found: 'high',
      allowed: 'sev1 | sev2 | sev3 | sev4',
    });
  });
});
