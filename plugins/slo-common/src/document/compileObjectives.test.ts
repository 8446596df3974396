import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { windowBounds } from '../arithmetic';
import type { Finding } from '../objective';
import { checkIndicator } from '../promql';
import {
  checkComposites,
  checkDocument,
  compileObjectives,
  nominalSeconds,
  parseDocuments,
  placeQueryFindings,
  type SloDocument,
} from './index';

const folder = join(__dirname, '__fixtures__');

function read(file: string) {
  return parseDocuments(readFileSync(join(folder, file), 'utf8'), { file });
}

/** All SLOs of a file, compiled with the file's other documents at hand. */
function compileFile(file: string) {
  const documents = read(file).map(({ document }) => document);
  const results = documents.flatMap(document =>
    document?.kind === 'SLO' ? [compile(document, documents)] : [],
  );
  return {
    objectives: results.flatMap(({ objectives }) => objectives),
    findings: results.flatMap(({ findings }) => findings),
  };
}

function compile(
  slo: SloDocument,
  others: (SloDocument | undefined)[] = [],
  sourceExists?: (name: string) => boolean,
) {
  if (slo.kind !== 'SLO') throw new Error(`A ${slo.kind} is no SLO`);
  return compileObjectives(slo, {
    documentRef: `slo:default/${slo.metadata.name}`,
    lookup: (kind, name) =>
      others.find(
        other => other?.kind === kind && other.metadata.name === name,
      ),
    sourceExists,
  });
}

const base = `
apiVersion: openslo/v1
kind: SLO
metadata: { name: payments }
spec:
  service: payments
  indicator:
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: good } } }
        total: { metricSource: { type: Prometheus, spec: { query: total } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.999 }]
`;

/** The base document with some of its spec replaced; `undefined` takes a field away. */
function withSpec(spec: object) {
  const value = parse(base);
  return { ...value, spec: { ...value.spec, ...spec } };
}

/** Findings of checking and compiling together. */
function findingsOf(value: unknown, sourceExists?: (name: string) => boolean) {
  const { document, findings } = checkDocument(value);
  return document
    ? [...findings, ...compile(document, [], sourceExists).findings]
    : findings;
}

const threshold = {
  spec: {
    thresholdMetric: {
      metricSource: { type: 'Prometheus', spec: { query: 'p99' } },
    },
  },
};

const composite = (members: unknown) => ({
  indicator: {
    spec: {
      ratioMetric: {
        rawType: 'success',
        raw: { metricSource: { type: 'composite', spec: { members } } },
      },
    },
  },
});

describe('the worked examples', () => {
  it('are all free of findings', () => {
    for (const file of readdirSync(folder)) {
      const documents = read(file);
      expect(documents.length).toBeGreaterThan(0);
      expect(documents.flatMap(({ findings }) => findings)).toEqual([]);
      expect(compileFile(file).findings).toEqual([]);
    }
  });

  it('availability is good over total, under the aggressive policy', () => {
    expect(compileFile('availability.yaml').objectives).toEqual([
      {
        ref: 'slo:default/payments-availability',
        documentRef: 'slo:default/payments-availability',
        entityRef: 'component:default/payments',
        title: 'Payments availability',
        description: 'Requests that do not fail on our side.',
        target: 0.999,
        method: 'occurrences',
        window: { kind: 'rolling', seconds: 2_592_000, duration: '30d' },
        indicator: {
          kind: 'ratio',
          source: 'default',
          counter: true,
          good: {
            query: 'sum(http_requests_total{service="payments",code!~"5.."})',
          },
          total: { query: 'sum(http_requests_total{service="payments"})' },
        },
        pairs: [
          expect.objectContaining({ name: 'page-1h', threshold: 14.4 }),
          expect.objectContaining({ name: 'page-6h', threshold: 6 }),
          expect.objectContaining({ name: 'ticket-1d', threshold: 3 }),
          expect.objectContaining({ name: 'ticket-3d', threshold: 1 }),
        ],
        policyRef: 'builtin:aggressive',
        alertBelow: 0.1,
        place: {
          target: 'spec.objectives[0].target',
          indicator: 'spec.indicator.spec',
        },
      },
    ]);
  });

  it('a latency bucket share follows its SLI and its data source', () => {
    const [objective] = compileFile('latency-share.yaml').objectives;
    expect(objective).toMatchObject({
      target: 0.95,
      policyRef: 'builtin:conservative',
      alertBelow: 0.2,
      indicator: {
        kind: 'ratio',
        source: 'default',
        good: { query: expect.stringContaining('le="0.2"') },
      },
    });
    expect(objective.pairs[0].threshold).toBe(13.44);
  });

  it('a quantile with two values is two objectives', () => {
    expect(compileFile('latency-quantile.yaml').objectives).toMatchObject([
      {
        ref: 'slo:default/search-p99~fast',
        title: 'Search p99: fast',
        target: 0.95,
        indicator: { kind: 'threshold', operator: 'lte', threshold: 0.1 },
      },
      {
        ref: 'slo:default/search-p99~bearable',
        target: 0.999,
        indicator: { kind: 'threshold', operator: 'lte', threshold: 1 },
      },
    ]);
  });

  it('throughput is a least value', () => {
    expect(compileFile('throughput.yaml').objectives).toMatchObject([
      {
        entityRef: 'component:default/ledger',
        indicator: { kind: 'threshold', operator: 'gte', threshold: 50 },
      },
    ]);
  });

  it('an error rate is bad over total, with the burn alerts its policies name', () => {
    const [objective] = compileFile('error-rate.yaml').objectives;
    expect(objective.indicator).toMatchObject({
      bad: { query: expect.stringContaining('code=~"5.."') },
    });
    expect(objective.indicator).not.toHaveProperty('good');
    expect(objective.pairs).toEqual([
      {
        name: 'page-1h',
        severity: 'page',
        longSeconds: 3_600,
        shortSeconds: 300,
        threshold: 10,
      },
      {
        name: 'ticket-1d',
        severity: 'ticket',
        longSeconds: 86_400,
        shortSeconds: 7_200,
        threshold: 1.5,
      },
    ]);
  });

  it('time slices have the budgets that OpenSLO works out', () => {
    const [slices, raw] = compileFile('time-slices.yaml').objectives;
    expect(slices).toMatchObject({
      method: 'timeslices',
      timeSlice: { seconds: 300, target: 0.99 },
    });
    const budget = (of: typeof slices) =>
      nominalSeconds(of.window) * (1 - of.target);
    // 16 h 48 min
    expect(budget(slices)).toBeCloseTo(16 * 3_600 + 48 * 60, 6);
    // 5 min 2.4 s
    expect(budget(raw)).toBeCloseTo(302.4, 6);
    expect(raw).toMatchObject({
      method: 'ratio-timeslices',
      timeSlice: { seconds: 60 },
      indicator: { kind: 'raw', rawType: 'success' },
    });
  });

  it('a calendar month keeps its time zone', () => {
    expect(compileFile('calendar-month.yaml').objectives[0]).toMatchObject({
      target: 0.999,
      window: {
        kind: 'calendar',
        unit: 'month',
        count: 1,
        timeZone: 'Europe/Madrid',
        startTime: '2026-01-01 00:00:00',
        duration: '1M',
      },
    });
  });

  it('composites weigh members of their own, or objectives that exist', () => {
    const [journey, checkout, search, shop] =
      compileFile('composite.yaml').objectives;
    expect(journey).toMatchObject({
      ref: 'slo:default/buy-journey',
      title: 'Buying',
      entityRef: 'system:default/shop',
      indicator: {
        kind: 'composite',
        members: [
          { ref: checkout.ref, weight: 3 },
          { ref: search.ref, weight: 1 },
        ],
      },
    });
    // The budget is the weighted sum of the budgets: (3 × 0.001 + 1 × 0.01) / 4.
    expect(1 - journey.target).toBeCloseTo(0.00325, 12);
    expect(checkout.ref).toBe('slo:default/buy-journey~checkout');
    expect(shop.indicator).toEqual({
      kind: 'composite',
      source: 'composite',
      members: [
        { ref: 'slo:default/payments-availability', weight: 2 },
        { ref: 'slo:default/search-p99~fast', weight: 1 },
      ],
    });
  });

  it('push needs no query', () => {
    expect(compileFile('push.yaml').objectives[0].indicator).toEqual({
      kind: 'push',
      source: 'push',
    });
  });
});

describe('what is wrong is said with its path, what was found and what is allowed', () => {
  const cases: [string, object, Partial<Finding>][] = [
    [
      'a percentage in target',
      { objectives: [{ target: 99.9 }] },
      {
        path: 'spec.objectives[0].target',
        found: '99.9',
        allowed: 'more than 0, less than 1; or targetPercent: 99.9',
      },
    ],
    [
      'two targets',
      { objectives: [{ target: 0.9, targetPercent: 90 }] },
      { path: 'spec.objectives[0]', found: 'both' },
    ],
    [
      'a target of 100 %',
      { objectives: [{ targetPercent: 100 }] },
      {
        path: 'spec.objectives[0].targetPercent',
        message: 'A target of 100 % leaves no budget.',
      },
    ],
    [
      'no objectives',
      { objectives: [] },
      { path: 'spec.objectives', allowed: 'at least 1 entries' },
    ],
    [
      'a text for a number',
      { objectives: [{ target: 'high' }] },
      { path: 'spec.objectives[0].target', found: 'high', allowed: 'a number' },
    ],
    [
      'an unknown method',
      { budgetingMethod: 'Events' },
      {
        path: 'spec.budgetingMethod',
        found: 'Events',
        allowed: 'Occurrences | Timeslices | RatioTimeslices',
      },
    ],
    [
      'no service',
      { service: undefined },
      { code: 'missing', path: 'spec.service', found: 'nothing' },
    ],
    [
      'a service that is no entity',
      { service: ':::' },
      { path: 'spec.service', code: 'invalid' },
    ],
    [
      'a window of half a year',
      { timeWindow: [{ duration: '180d', isRolling: true }] },
      {
        code: 'window-out-of-range',
        path: 'spec.timeWindow[0].duration',
        found: '180d',
        allowed: '5m to 90d',
      },
    ],
    [
      'a window of 4 minutes',
      { timeWindow: [{ duration: '4m', isRolling: true }] },
      { code: 'window-out-of-range', found: '4m' },
    ],
    [
      'two windows',
      {
        timeWindow: [
          { duration: '1d', isRolling: true },
          { duration: '2d', isRolling: true },
        ],
      },
      { path: 'spec.timeWindow', found: 'a list of 2' },
    ],
    [
      'a window neither rolling nor of the calendar',
      { timeWindow: [{ duration: '30d' }] },
      { path: 'spec.timeWindow[0].isRolling', found: 'nothing' },
    ],
    [
      'a calendar in no time zone',
      {
        timeWindow: [
          {
            duration: '1M',
            calendar: {
              startTime: '2026-01-01 00:00:00',
              timeZone: 'Mars/Base',
            },
          },
        ],
      },
      { path: 'spec.timeWindow[0].calendar.timeZone', found: 'Mars/Base' },
    ],
    [
      'a calendar that starts never',
      {
        timeWindow: [
          {
            duration: '1M',
            calendar: { startTime: '2026-02-30 00:00:00', timeZone: 'UTC' },
          },
        ],
      },
      { path: 'spec.timeWindow[0].calendar.startTime' },
    ],
    [
      'a calendar that starts in a year nobody can write',
      {
        timeWindow: [
          {
            duration: '1M',
            calendar: {
              startTime: '+020000-01-01T00:00:00',
              timeZone: 'UTC',
            },
          },
        ],
      },
      {
        path: 'spec.timeWindow[0].calendar.startTime',
        found: '+020000-01-01T00:00:00',
        allowed: 'yyyy-MM-dd HH:mm:ss, in the time zone beside it',
      },
    ],
    [
      'a calendar that starts today, whenever that is',
      {
        timeWindow: [
          {
            duration: '1d',
            calendar: { startTime: '12:00', timeZone: 'UTC' },
          },
        ],
      },
      { path: 'spec.timeWindow[0].calendar.startTime' },
    ],
    [
      'slices without a size',
      {
        budgetingMethod: 'Timeslices',
        objectives: [{ target: 0.9, timeSliceTarget: 0.9 }],
      },
      { code: 'missing', path: 'spec.objectives[0].timeSliceWindow' },
    ],
    [
      'slices of half a minute',
      {
        budgetingMethod: 'RatioTimeslices',
        objectives: [{ target: 0.9, timeSliceWindow: 0.5 }],
      },
      {
        code: 'timeslice-not-whole-minutes',
        path: 'spec.objectives[0].timeSliceWindow',
        found: '0.5',
      },
    ],
    [
      'a slice longer than the window',
      {
        budgetingMethod: 'RatioTimeslices',
        timeWindow: [{ duration: '1h', isRolling: true }],
        objectives: [{ target: 0.9, timeSliceWindow: '2h' }],
      },
      { code: 'timeslice-longer-than-window', found: '2h' },
    ],
    [
      'no indicator',
      { indicator: undefined },
      { code: 'missing', path: 'spec', allowed: 'indicator | indicatorRef' },
    ],
    [
      'an indicator nobody wrote',
      { indicator: undefined, indicatorRef: 'nowhere' },
      {
        code: 'unknown-reference',
        path: 'spec.indicatorRef',
        found: 'nowhere',
        allowed: 'the name of an SLI document',
      },
    ],
    [
      'good without total',
      {
        indicator: {
          spec: {
            ratioMetric: {
              good: { metricSource: { type: 'push' } },
            },
          },
        },
      },
      {
        path: 'spec.indicator.spec.ratioMetric',
        found: 'good',
        allowed: 'good and total | bad and total | raw and rawType',
      },
    ],
    [
      'a metric without a query',
      {
        indicator: {
          spec: {
            ratioMetric: {
              good: { metricSource: { type: 'Prometheus' } },
              total: { metricSource: { type: 'push' } },
            },
          },
        },
      },
      {
        code: 'missing',
        path: 'spec.indicator.spec.ratioMetric.good.metricSource.spec.query',
      },
    ],
    [
      'a type no source has',
      {
        indicator: {
          spec: {
            thresholdMetric: {
              metricSource: { type: 'Abacus', spec: { query: 'x' } },
            },
          },
        },
        objectives: [{ target: 0.9, op: 'lte', value: 1 }],
      },
      { found: 'Abacus' },
    ],
    [
      'counts of two sources',
      {
        indicator: {
          spec: {
            ratioMetric: {
              good: {
                metricSource: { metricSourceRef: 'a', spec: { query: 'x' } },
              },
              total: {
                metricSource: { metricSourceRef: 'b', spec: { query: 'y' } },
              },
            },
          },
        },
      },
      { code: 'mixed-sources', found: 'a and b' },
    ],
    [
      'a threshold without operator',
      { indicator: threshold, objectives: [{ target: 0.9, value: 1 }] },
      { path: 'spec.objectives[0].op', allowed: 'lte | gte | lt | gt' },
    ],
    [
      'a composite of itself',
      composite([{ ref: 'payments~1' }]),
      { message: 'A composite cannot have itself as a member.' },
    ],
    [
      'a composite of nothing',
      composite([]),
      {
        severity: 'error',
        path: 'spec.indicator.spec.ratioMetric.raw.metricSource.spec.members',
      },
    ],
    [
      'a member without weight to give',
      composite([{ ref: 'other', weight: 0 }]),
      { found: '0', allowed: 'more than 0' },
    ],
    [
      'an alert policy nobody wrote',
      { alertPolicies: ['pager'] },
      {
        code: 'unknown-reference',
        path: 'spec.alertPolicies[0].alertPolicyRef',
        found: 'pager',
      },
    ],
    [
      'an alert that looks back over more than the window',
      {
        alertPolicies: [
          {
            kind: 'AlertPolicy',
            spec: {
              conditions: [
                {
                  kind: 'AlertCondition',
                  spec: {
                    severity: 'page',
                    condition: { threshold: 2, lookbackWindow: '30d' },
                  },
                },
              ],
            },
          },
        ],
      },
      { code: 'alert-window-out-of-range', found: '30d' },
    ],
  ];

  it.each(cases)('%s', (_, spec, expected) => {
    const value = withSpec(spec);
    const findings = findingsOf(value);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', ...expected }),
    );
    for (const { message, found = '', allowed = '' } of findings) {
      expect(`${message}${found}${allowed}`).not.toMatch(/\n|undefined|NaN/);
    }
  });

  it('unknown fields are warnings that name the known ones, and change nothing', () => {
    const value = withSpec({ objectives: [{ target: 0.9, tagret: 1 }] });
    const { document, findings } = checkDocument(value);
    expect(findings).toEqual([
      {
        severity: 'warning',
        code: 'unknown-field',
        path: 'spec.objectives[0].tagret',
        message: 'This field is not known and is left out.',
        found: 'tagret',
        allowed: expect.stringContaining('target, targetPercent'),
      },
    ]);
    expect(document?.spec).toMatchObject({ objectives: [{ target: 0.9 }] });
    expect(document && compile(document).objectives).toHaveLength(1);
  });

  it('a catalog entity with what the catalog adds is as good as the file', () => {
    const value = parse(base);
    const { document, findings } = checkDocument({
      ...value,
      metadata: { ...value.metadata, uid: 'u', etag: 'e', tags: ['x'] },
      relations: [
        { type: 'measures', targetRef: 'component:default/payments' },
      ],
      status: {},
    });
    expect(findings).toEqual([]);
    expect(document?.kind).toBe('SLO');
  });
});

it('every window that is taken has bounds', () => {
  const digits = (least: number, most: number, length = 2) =>
    fc
      .integer({ min: least, max: most })
      .map(n => String(n).padStart(length, '0'));
  const startTime = fc.oneof(
    fc
      .tuple(digits(0, 9_999, 4), digits(1, 12), digits(1, 31), digits(0, 23))
      .map(([year, month, day, hour]) => `${year}-${month}-${day} ${hour}:30`),
    fc.string({ unit: fc.constantFrom(...'0123456789-+:TWZ '), maxLength: 25 }),
  );
  fc.assert(
    fc.property(
      startTime,
      fc.constantFrom('UTC', 'Europe/Madrid', 'Pacific/Apia', 'Asia/Kathmandu'),
      fc.constantFrom('1h', '7d', '2w', '1M', '1Q', '1Y'),
      (start, timeZone, duration) => {
        const window = { duration, calendar: { startTime: start, timeZone } };
        const { document } = checkDocument(withSpec({ timeWindow: [window] }));
        for (const objective of document ? compile(document).objectives : []) {
          const now = 1_795_277_240;
          const bounds = windowBounds(objective.window, now);
          expect(bounds.start).toBeLessThanOrEqual(now);
          expect(bounds.end).toBeGreaterThan(now);
        }
      },
    ),
  );
});

describe('settings that cannot work are explained', () => {
  it('a 90 % target can never burn at 14.4', () => {
    const value = withSpec({ objectives: [{ target: 0.9 }] });
    expect(findingsOf(value)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        code: 'unreachable-burn',
        path: 'spec.objectives[0].target',
        message: expect.stringContaining('burns at 10, so page-1h'),
      }),
    ]);
    const { document } = checkDocument(value);
    expect(document && compile(document).objectives[0].pairs).toMatchObject([
      { name: 'page-1h', unreachable: true },
      { name: 'page-6h' },
      { name: 'ticket-1d' },
      { name: 'ticket-3d' },
    ]);
  });

  it('99.999 % over 30 days is 26 seconds', () => {
    expect(findingsOf(withSpec({ objectives: [{ target: 0.99999 }] }))).toEqual(
      [
        expect.objectContaining({
          severity: 'warning',
          code: 'budget-under-one-minute',
          message: expect.stringContaining('25.92 s over 30d'),
        }),
      ],
    );
  });

  it('an alert on no data is none', () => {
    const condition = { threshold: 2, lookbackWindow: '1h' };
    const spec = {
      alertPolicies: [
        {
          kind: 'AlertPolicy',
          spec: {
            alertWhenNoData: true,
            conditions: [
              { kind: 'AlertCondition', spec: { severity: 'page', condition } },
            ],
          },
        },
      ],
    };
    expect(findingsOf(withSpec(spec))).toEqual([
      expect.objectContaining({
        severity: 'warning',
        code: 'ignored-field',
        path: 'spec.alertPolicies[0].spec.alertWhenNoData',
        found: 'true',
      }),
    ]);
  });

  it('the first bad slice may spend it all', () => {
    const spec = {
      budgetingMethod: 'RatioTimeslices',
      timeWindow: [{ duration: '1d', isRolling: true }],
      objectives: [{ target: 0.99, timeSliceWindow: '1h' }],
    };
    expect(findingsOf(withSpec(spec))).toContainEqual(
      expect.objectContaining({ code: 'budget-under-one-slice' }),
    );
  });

  it('a source or a policy that is not there leaves the objective in place', () => {
    const value = withSpec({});
    value.metadata.annotations = {
      'ghostlight.dev/error-budget-policy': 'nobody',
    };
    const { document } = checkDocument(value);
    const { objectives, findings } = compile(document!, [], () => false);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['unknown-reference', 'error'],
      ['unknown-source', 'error'],
    ]);
    expect(objectives).toMatchObject([{ policyRef: 'builtin:conservative' }]);
  });

  it('no two objectives ever share a ref', () => {
    const name = fc.option(
      fc.constantFrom('1', '2', '3', '3-2', 'a', 'A', '--'),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), names => {
        const { document } = checkDocument(
          withSpec({
            objectives: names.map(displayName => ({
              target: 0.99,
              ...(displayName ? { displayName } : {}),
            })),
          }),
        );
        const refs = compile(document!).objectives.map(({ ref }) => ref);
        expect(new Set(refs).size).toBe(names.length);
      }),
    );
  });

  it('two objectives of one name go by their positions', () => {
    const { document } = checkDocument(
      withSpec({
        objectives: [
          { displayName: 'Fast!', target: 0.9 },
          { displayName: 'fast', target: 0.99 },
          { target: 0.999 },
        ],
      }),
    );
    const { objectives, findings } = compile(document!);
    expect(objectives.map(({ ref }) => ref)).toEqual([
      'slo:default/payments~fast',
      'slo:default/payments~2',
      'slo:default/payments~3',
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'duplicate-name' }),
    );
  });
});

describe('places', () => {
  const query = (text: string) => ({
    metricSource: { type: 'Prometheus', spec: { query: text } },
  });
  const counts = (good: string) => ({
    spec: { ratioMetric: { good: query(good), total: query('sum(x)') } },
  });

  it('point to the query, and to the target, of the objective that is wrong', () => {
    const { document } = checkDocument(
      withSpec({
        indicator: counts('sum('),
        objectives: [
          { displayName: 'plain', target: 0.9 },
          { displayName: 'own', targetPercent: 80, indicator: counts('y[') },
          { displayName: 'named', target: 0.99, indicatorRef: 'shared' },
        ],
      }),
    );
    const shared = checkDocument({
      apiVersion: 'openslo/v1',
      kind: 'SLI',
      metadata: { name: 'shared' },
      spec: counts('z{').spec,
    });
    const { objectives, findings } = compile(document!, [shared.document]);
    const placed = objectives.flatMap(objective =>
      placeQueryFindings(checkIndicator(objective.indicator), objective),
    );
    expect(placed.map(({ path }) => path)).toEqual([
      'spec.indicator.spec.ratioMetric.good.metricSource.spec.query',
      'spec.objectives[1].indicator.spec.ratioMetric.good.metricSource.spec.query',
      'spec.objectives[2].indicatorRef',
    ]);
    expect(
      findings
        .filter(({ code }) => code === 'unreachable-burn')
        .map(({ path }) => path),
    ).toEqual(
      expect.arrayContaining([
        'spec.objectives[0].target',
        'spec.objectives[1].targetPercent',
      ]),
    );
  });
});

describe('composites of several documents', () => {
  function journeys(members: Record<string, string[]>) {
    return Object.entries(members).flatMap(([name, refs]) => {
      const value = withSpec(composite(refs.map(ref => ({ ref }))));
      value.metadata = { name };
      return compile(checkDocument(value).document!).objectives;
    });
  }

  it('that lead back to themselves are taken out, with what leads into them', () => {
    const { objectives, findings } = checkComposites([
      ...journeys({
        a: ['b'],
        b: ['leaf', 'a'],
        into: ['leaf', 'a'],
        sound: ['leaf', 'leaf'],
        outer: ['sound', 'leaf'],
      }),
      ...compile(
        checkDocument({ ...withSpec({}), metadata: { name: 'leaf' } })
          .document!,
      ).objectives,
    ]);
    expect(objectives.map(({ ref }) => ref)).toEqual([
      'slo:default/sound',
      'slo:default/outer',
      'slo:default/leaf',
    ]);
    expect([...findings.keys()]).toEqual([
      'slo:default/a',
      'slo:default/b',
      'slo:default/into',
    ]);
    expect(findings.get('slo:default/b')).toEqual([
      {
        severity: 'error',
        code: 'endless-composite',
        path: 'spec.indicator.spec.ratioMetric.raw.metricSource.spec.members[1].ref',
        message: 'Following the members of this composite comes to no end.',
        found: 'slo:default/a',
        allowed:
          'members that do not lead back here, at most 5 composites deep',
      },
    ]);
  });

  it('are five deep at most, and said to miss what is nowhere', () => {
    const chain = (length: number) =>
      checkComposites(
        journeys(
          Object.fromEntries(
            Array.from({ length }, (_, i) => [`c${i}`, [`c${i + 1}`]]),
          ),
        ),
      );
    const five = chain(5);
    expect(five.objectives).toHaveLength(5);
    expect([...five.findings]).toMatchObject([
      [
        'slo:default/c4',
        [{ code: 'unknown-reference', found: 'slo:default/c5' }],
      ],
    ]);
    expect(chain(6).findings.get('slo:default/c0')).toMatchObject([
      { code: 'endless-composite', found: 'slo:default/c1' },
    ]);
    expect(chain(7).objectives.map(({ ref }) => ref)).not.toContain(
      'slo:default/c1',
    );
    expect(chain(5_000).objectives).toHaveLength(5);
  });
});
