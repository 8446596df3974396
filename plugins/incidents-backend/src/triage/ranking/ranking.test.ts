import fc from 'fast-check';
import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import { parseTriageCase } from '@ghostlight/plugin-incidents-common';
import { diagnose } from '.';

const start = Date.UTC(2026, 4, 12, 14);
const iso = (minutes: number) =>
  new Date(start + minutes * 60_000).toISOString();

const refs = [
  'web',
  'payments',
  'component:default/ledger',
  'ledger',
  'api.bank.example',
];
const ref = fc.constantFrom(...refs);
const at = fc.integer({ min: -120, max: 30 }).map(iso);
const value = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 5 }),
);
const optional = { requiredKeys: [] as [] };

const anyCase: fc.Arbitrary<TriageCase> = fc.record(
  {
    startedAt: at,
    entities: fc.array(
      fc.record({ ref, owner: fc.constant('group:default/x') }),
      { maxLength: 5 },
    ),
    dependencies: fc.array(fc.record({ from: ref, to: ref }), { maxLength: 8 }),
    alerts: fc.array(
      fc.record(
        {
          name: fc.string({ maxLength: 30 }),
          entityRef: ref,
          startsAt: at,
          severity: fc.constantFrom('critical' as const, 'info' as const),
        },
        { requiredKeys: ['name', 'startsAt'] },
      ),
      { maxLength: 6 },
    ),
    metrics: fc.array(
      fc.record({
        entityRef: ref,
        name: fc.constantFrom('cpu', 'latency_p99', 'requests_total', 'x'),
        start: fc.constant(iso(-30)),
        step: fc.constantFrom(1, 60),
        values: fc.array(value, { maxLength: 60 }),
      }),
      { maxLength: 6 },
    ),
    changes: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('deployment' as const, 'config' as const),
          title: fc.string({ maxLength: 40 }),
          entityRef: ref,
          at,
        },
        { requiredKeys: ['kind', 'title', 'at'] },
      ),
      { maxLength: 4 },
    ),
    logs: fc.array(
      fc.record(
        {
          entityRef: ref,
          at,
          text: fc.oneof(fc.string(), fc.constant('error: ledger refused')),
        },
        { requiredKeys: ['at', 'text'] },
      ),
      { maxLength: 6 },
    ),
    objectives: fc.array(
      fc.record({
        ref,
        entityRef: ref,
        target: fc.constant(0.99),
        burnRate: fc.constantFrom(0, 14),
      }),
      { maxLength: 2 },
    ),
    similar: fc.array(
      fc.record(
        { id: fc.string({ minLength: 1 }), title: fc.string(), originRef: ref },
        { requiredKeys: ['id', 'title'] },
      ),
      { maxLength: 2 },
    ),
    runbooks: fc.array(fc.record({ title: fc.string({ maxLength: 40 }) }), {
      maxLength: 2,
    }),
  },
  optional,
);

/** Steady for an hour, then at another level. */
const series = (
  entityRef: string,
  name: string,
  before: number,
  during: number,
) => ({
  entityRef,
  name,
  start: iso(-60),
  step: 60,
  values: Array.from({ length: 80 }, (_, place) =>
    Number(
      (
        (place < 60 ? before : during) *
        (1 + 0.05 * Math.sin(place * 7.3))
      ).toFixed(5),
    ),
  ),
});

const text = (report: unknown) => JSON.stringify(report);

describe('The ranking', () => {
  it('makes a sound report of any case', () => {
    fc.assert(
      fc.property(anyCase, made => {
        const report = diagnose(parseTriageCase(made));
        const ids = report.evidence.map(({ id }) => id);
        expect(ids).toEqual(ids.map((_, place) => `E${place + 1}`));
        for (const suspect of report.suspects) {
          const { score, confidence, supporting, contradicting, change } =
            suspect;
          for (const share of [
            score,
            confidence,
            ...suspect.factors.map(({ weight }) => weight),
          ]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          for (const id of [
            ...supporting,
            ...contradicting,
            ...(change ? [change] : []),
          ])
            expect(ids).toContain(id);
          expect(supporting.filter(id => contradicting.includes(id))).toEqual(
            [],
          );
          expect(suspect.entityRef ?? suspect.name).toEqual(expect.any(String));
        }
        for (const item of report.evidence) {
          expect(item.title.length).toBeLessThanOrEqual(300);
          expect(item.text.length).toBeLessThanOrEqual(2000);
        }
        expect(text(report)).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(anyCase, made => {
        const turned = Object.fromEntries(
          Object.entries(made).map(([name, part]) => [
            name,
            Array.isArray(part) ? [...part].reverse() : part,
          ]),
        ) as TriageCase;
        expect(text(diagnose(turned))).toBe(text(diagnose(made)));
      }),
      { numRuns: 200 },
    );
  });

  it('is not moved by an entity that has nothing to do with it', () => {
    fc.assert(
      fc.property(anyCase, made => {
        fc.pre((made.entities?.length ?? 0) > 0);
        const more = {
          ...made,
          entities: [...made.entities!, { ref: 'component:default/unrelated' }],
        };
        expect(text(diagnose(more))).toBe(text(diagnose(made)));
      }),
      { numRuns: 100 },
    );
  });

  it('follows slow callers down to the dependency whose resource is in trouble', () => {
    const report = diagnose({
      startedAt: iso(0),
      dependencies: [
        { from: 'web', to: 'payments' },
        { from: 'payments', to: 'ledger' },
      ],
      metrics: [
        series('web', 'latency_p99', 0.2, 0.9),
        series('payments', 'latency_p99', 0.1, 0.8),
        series('ledger', 'latency_p99', 0.05, 0.7),
        series('ledger', 'cpu', 0.2, 1.4),
        series('catalog', 'cpu', 0.3, 0.3),
      ],
    });
    expect(report.verdict).toBe('identified');
    expect(report.suspects[0]).toMatchObject({
      entityRef: 'ledger',
      kind: 'service',
      metric: 'cpu',
      path: ['web', 'payments', 'ledger'],
    });
    const steady = ['web', 'payments'].map(name =>
      series(name, 'latency_p99', 0.2, 0.2),
    );
    expect(diagnose({ startedAt: iso(0), metrics: steady }).verdict).toBe(
      'no-fault',
    );
  });

  it('does not say that all is well where nothing was looked at', () => {
    const unseen = diagnose({
      startedAt: iso(0),
      dependencies: [{ from: 'web', to: 'payments' }],
    });
    expect(unseen).toMatchObject({
      verdict: 'inconclusive',
      suspects: [],
      summary: { code: 'triage.summary.nothing' },
    });
  });

  it('suspects what nobody here runs when its callers fail and nothing of their own is wrong', () => {
    const report = diagnose({
      startedAt: iso(0),
      entities: [{ ref: 'web' }, { ref: 'payments' }, { ref: 'mailer' }],
      dependencies: [{ from: 'web', to: 'payments' }],
      metrics: [
        series('web', 'errors_per_second', 0.1, 3),
        series('payments', 'errors_per_second', 0.1, 9),
        series('payments', 'cpu', 0.3, 0.3),
        series('mailer', 'latency_p99', 0.2, 0.2),
      ],
      logs: [
        {
          entityRef: 'payments',
          at: iso(2),
          level: 'error',
          text: 'POST https://api.bank.example/charge: 503',
          count: 40,
          before: 0,
        },
      ],
    });
    expect(report.suspects[0]).toMatchObject({
      kind: 'external',
      name: 'api.bank.example',
      path: ['web', 'payments', 'api.bank.example'],
    });
    const way = report.evidence.find(
      ({ title }) => title === 'web → payments → api.bank.example',
    );
    expect(way).toMatchObject({ type: 'topology', source: 'logs' });
  });

  it('takes memory that is suddenly free for a process that died', () => {
    const report = diagnose({
      startedAt: iso(0),
      metrics: [
        series('web', 'errors_per_second', 0.1, 9),
        series('ledger', 'memory_bytes', 4e8, 1e8),
        series('ledger', 'requests_total', 90, 4),
        series('catalog', 'memory_bytes', 4e8, 4e8),
      ],
    });
    expect(report.suspects[0].entityRef).toBe('ledger');
    expect(report.suspects[0].cause.code).toBe('triage.cause.resourceFell');
  });

  it('tells of two causes that have nothing to do with each other, and what each explains', () => {
    const two = {
      startedAt: iso(0),
      dependencies: [
        { from: 'web', to: 'payments' },
        { from: 'payments', to: 'ledger' },
        { from: 'web', to: 'catalog' },
      ],
      metrics: [
        series('web', 'latency_p99', 0.2, 0.9),
        series('payments', 'latency_p99', 0.1, 0.8),
        series('ledger', 'cpu', 0.2, 1.4),
        series('catalog', 'latency_p99', 0.2, 0.9),
        series('catalog', 'memory_bytes', 1e8, 9e8),
      ],
    };
    const { summary } = diagnose(two);
    const told = summary.params!;
    expect(summary.code).toBe('triage.summary.two');
    expect({
      [told.entity]: told.explained,
      [told.other]: told.otherExplained,
    }).toEqual({ ledger: 'payments, web', catalog: 'web' });
    const one = diagnose({
      ...two,
      dependencies: [...two.dependencies, { from: 'ledger', to: 'catalog' }],
    });
    expect(one.summary.code).not.toBe('triage.summary.two');
  });
});
