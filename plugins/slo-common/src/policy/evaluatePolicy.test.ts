import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import type { ObjectiveStatus, Override } from '../api';
import { checkDocument, type SloDocumentOfKind } from '../document';
import {
  builtinPolicies,
  evaluatePolicy,
  type Policy,
  policyFromDocument,
  selectPolicy,
} from './index';

const now = 1_800_000_000;

function objective(
  spentRatio: number | null,
  more: Partial<ObjectiveStatus> = {},
): ObjectiveStatus {
  return {
    ref: 'slo:default/payments',
    documentRef: 'slo:default/payments',
    entityRef: 'component:default/payments',
    title: 'Payments',
    target: 0.999,
    method: 'occurrences',
    kind: 'ratio',
    window: {
      kind: 'rolling',
      seconds: 2_592_000,
      start: now - 2_592_000,
      end: now,
      duration: '30d',
    },
    status: 'healthy',
    reason: 'ok',
    budget: {
      sli: spentRatio === null ? null : 1 - 0.001 * spentRatio,
      good: 999_000,
      total: 1_000_000,
      bad: 1_000,
      allowedRatio: 0.001,
      leftRatio: spentRatio === null ? null : 1 - spentRatio,
      spentRatio,
      allowedMinutes: 43.2,
      leftMinutes: spentRatio === null ? null : 43.2 * (1 - spentRatio),
      allowedEvents: 1_000,
      leftEvents: spentRatio === null ? null : 1_000 * (1 - spentRatio),
      coverage: 1,
      excludedMinutes: 0,
    },
    burn: [
      { window: '1h', seconds: 3_600, rate: 1, total: 1_000, bad: 1 },
      { window: '6h', seconds: 21_600, rate: 7, total: 6_000, bad: 42 },
    ],
    pairs: [],
    asOf: now - 20,
    source: { name: 'default', type: 'prometheus', state: 'ok' },
    spark: [],
    ...more,
  };
}

const firingPage: ObjectiveStatus['pairs'][number] = {
  name: 'page-1h',
  severity: 'page',
  long: '1h',
  short: '5m',
  threshold: 14.4,
  longRate: 20,
  shortRate: 30,
  state: 'firing',
};

function policyOf(spec: object, name = 'own') {
  const { document, findings } = checkDocument({
    apiVersion: 'ghostlight.dev/v1',
    kind: 'ErrorBudgetPolicy',
    metadata: { name },
    spec,
  });
  expect(findings).toEqual([]);
  return document as SloDocumentOfKind<'ErrorBudgetPolicy'>;
}

const custom = (spec: object): Policy =>
  policyFromDocument(policyOf(spec), 'errorbudgetpolicy:default/own');

const verdictOf = (policy: Policy, ...objectives: ObjectiveStatus[]) =>
  evaluatePolicy(policy, objectives, { now }).verdict;

describe('an error-budget policy', () => {
  it('conservative halts above 80 %, aggressive above 95 %, an own one above 90 %', () => {
    const { conservative, aggressive } = builtinPolicies;
    for (const [policy, limit] of [
      [conservative, 0.8],
      [aggressive, 0.95],
      [custom({}), 0.9],
    ] as const) {
      expect(verdictOf(policy, objective(limit))).not.toBe('deny');
      expect(verdictOf(policy, objective(limit + 0.001))).toBe('deny');
    }
    expect(verdictOf(conservative, objective(0.5))).toBe('allow');
    expect(verdictOf(aggressive, objective(0.91))).toBe('warn');
    expect(verdictOf(aggressive, objective(0.89))).toBe('allow');
    expect(verdictOf(custom({ alertBelow: 0.3 }), objective(0.71))).toBe(
      'warn',
    );
  });

  it('gives each check its numbers with unit, window and age, and says what to do', () => {
    const { verdict, checks, recommendations } = evaluatePolicy(
      builtinPolicies.conservative,
      [objective(0.83, { pairs: [firingPage] })],
      { now },
    );
    expect(verdict).toBe('deny');
    expect(checks).toEqual([
      {
        id: 'halt-releases',
        verdict: 'deny',
        title: 'Payments: 83 % of the budget spent, 80 % allowed',
        objectiveRef: 'slo:default/payments',
        evidence: {
          measured: 0.83,
          limit: 0.8,
          unit: 'share of the budget spent',
          window: '30d',
          allowedMinutes: 43.2,
          leftMinutes: expect.closeTo(7.344),
          asOf: now - 20,
          ageSeconds: 20,
        },
      },
      expect.objectContaining({
        id: 'fast-burn',
        verdict: 'warn',
        title: 'Payments: page-1h fires, 20 over 1h',
        evidence: expect.objectContaining({ measured: 20, limit: 14.4 }),
      }),
      expect.objectContaining({ id: 'budget-low', verdict: 'warn' }),
    ]);
    expect(recommendations.map(({ action }) => action)).toEqual([
      'halt-releases',
      'find-cause',
      'slow-down',
    ]);
  });

  it('a rule holds when all that it names does', () => {
    const policy = custom({
      rules: [
        {
          name: 'burning',
          denyWhen: { burnAbove: 6, over: '6h', budgetSpent: 0.2 },
          actions: [{ action: 'call', text: 'Call the owner.' }],
        },
      ],
    });
    expect(verdictOf(policy, objective(0.1))).toBe('allow');
    expect(verdictOf(policy, objective(0.3))).toBe('deny');
    expect(verdictOf(policy, objective(0.3, { burn: [] }))).toBe('allow');
    const ticket = custom({
      rules: [{ name: 'any', warnWhen: { firing: 'ticket' } }],
    });
    expect(verdictOf(ticket, objective(0, { pairs: [firingPage] }))).toBe(
      'warn',
    );
  });

  it('has an answer for no data, and the last known budget still counts', () => {
    const silent = { status: 'no-data', reason: 'stale' } as const;
    expect(verdictOf(custom({}), objective(null, silent))).toBe('warn');
    for (const noData of ['allow', 'warn', 'deny'] as const) {
      const policy = custom({ noData });
      expect(verdictOf(policy, objective(null, silent))).toBe(noData);
      expect(verdictOf(policy)).toBe(noData);
      expect(verdictOf(policy, objective(0.99, silent))).toBe('deny');
    }
    const never = objective(null, { ...silent, asOf: null });
    expect(
      evaluatePolicy(custom({}), [never], { now }).checks[0],
    ).toMatchObject({
      id: 'no-data',
      evidence: { asOf: null, ageSeconds: null },
    });
  });

  it('does not judge a budget of less than one event', () => {
    const rare = objective(40, { status: 'low-traffic', reason: 'few-events' });
    expect(verdictOf(builtinPolicies.conservative, rare)).toBe('allow');
    expect(verdictOf(custom({ lowTraffic: 'warn' }), rare)).toBe('warn');
  });

  it('an override decides until it ends, and the checks stay', () => {
    const override: Override = {
      id: '1',
      entityRef: 'component:default/payments',
      verdict: 'allow',
      reason: 'The fix has to go out.',
      until: now + 60,
      createdBy: 'user:default/guest',
      createdAt: now - 60,
      state: 'active',
    };
    const policy = builtinPolicies.conservative;
    const judge = (change: Partial<Override>) =>
      evaluatePolicy(policy, [objective(0.99)], {
        now,
        override: { ...override, ...change },
      });
    expect(judge({}).verdict).toBe('allow');
    expect(judge({}).checks.map(({ id }) => id)).toEqual([
      'override',
      'halt-releases',
      'fast-burn',
      'budget-low',
    ]);
    expect(judge({ until: now }).verdict).toBe('deny');
    expect(judge({ state: 'revoked' }).verdict).toBe('deny');
  });

  it('the worst check is the verdict, in whatever order the objectives come', () => {
    const spent = fc.option(fc.double({ min: -1, max: 3, noNaN: true }));
    const rank = { allow: 0, warn: 1, deny: 2 };
    fc.assert(
      fc.property(fc.array(spent, { minLength: 1, maxLength: 6 }), shares => {
        const objectives = shares.map((share, i) =>
          objective(share, { ref: `slo:default/o${i}` }),
        );
        const policy = builtinPolicies.conservative;
        const there = evaluatePolicy(policy, objectives, { now });
        const back = evaluatePolicy(policy, [...objectives].reverse(), { now });
        expect(back.verdict).toBe(there.verdict);
        expect(rank[there.verdict]).toBe(
          Math.max(...there.checks.map(({ verdict }) => rank[verdict])),
        );
      }),
    );
  });
});

describe('policy documents', () => {
  const entity = (tier?: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments',
      ...(tier ? { annotations: { 'ghostlight.dev/tier': tier } } : {}),
    },
    spec: { type: 'service' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/money' },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  });

  it('select the entities they apply to, the most specific first', () => {
    const policies = [
      policyOf({}, 'for-nobody'),
      policyOf({ appliesTo: { owners: ['money'] } }, 'owner'),
      policyOf({ appliesTo: { tiers: ['1'], systems: ['shop'] } }, 'tier-1'),
      policyOf({ appliesTo: { entities: ['component:default/x'] } }, 'other'),
      policyOf({ appliesTo: { types: ['website'] } }, 'websites'),
    ].map(document => ({ document }));
    const chosen = (from: typeof policies, of: Entity) =>
      selectPolicy(from, of)?.document.metadata.name;
    expect(chosen(policies, entity('1'))).toBe('tier-1');
    expect(chosen(policies, entity('2'))).toBe('owner');
    expect(chosen(policies.slice(3), entity('1'))).toBeUndefined();
  });

  it.each([
    [
      'both verdicts',
      {
        rules: [
          {
            name: 'a',
            denyWhen: { firing: 'page' },
            warnWhen: { firing: 'page' },
          },
        ],
      },
      { path: 'spec.rules[0]', found: 'both', allowed: 'denyWhen | warnWhen' },
    ],
    [
      'a rule that looks at nothing',
      { rules: [{ name: 'a', denyWhen: { over: '1h' } }] },
      { path: 'spec.rules[0].denyWhen' },
    ],
    [
      'two rules of one name',
      {
        rules: [
          { name: 'a', denyWhen: { budgetSpent: 1 } },
          { name: 'a', warnWhen: { budgetSpent: 0.5 } },
        ],
      },
      { code: 'duplicate-name', path: 'spec.rules[1].name' },
    ],
    [
      'a verdict there is not',
      { noData: 'maybe' },
      { path: 'spec.noData', found: 'maybe', allowed: 'allow | warn | deny' },
    ],
  ])('%s is an error', (_, spec, expected) => {
    const { document, findings } = checkDocument({
      apiVersion: 'ghostlight.dev/v1',
      kind: 'ErrorBudgetPolicy',
      metadata: { name: 'own' },
      spec,
    });
    expect(document).toBeUndefined();
    expect(findings).toEqual([
      expect.objectContaining({ severity: 'error', ...expected }),
    ]);
  });

  it('warns of a rule over a window whose burn rate is not kept', () => {
    const of = (over: string) =>
      checkDocument({
        apiVersion: 'ghostlight.dev/v1',
        kind: 'ErrorBudgetPolicy',
        metadata: { name: 'own' },
        spec: { rules: [{ name: 'a', denyWhen: { burnAbove: 2, over } }] },
      });
    expect(of('6h').findings).toEqual([]);
    expect(of('45m')).toMatchObject({
      document: {},
      findings: [
        {
          severity: 'warning',
          code: 'unmeasured-window',
          path: 'spec.rules[0].denyWhen.over',
          found: '45m',
          allowed: '5m | 30m | 1h | 2h | 6h | 1d | 3d',
        },
      ],
    });
  });
});
