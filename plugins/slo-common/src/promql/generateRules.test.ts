import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { BurnPairRule, Objective } from '../objective';
import { generateRules } from './generateRules';
import type { GenerateRulesOptions } from './generateRules';

function havePromtool(): boolean {
  return spawnSync('promtool', ['--version']).status === 0;
}
/** Without Prometheus' own tool nothing can be said about how the rules behave. */
const describeReal = havePromtool() ? describe : describe.skip;

function pair(
  name: string,
  severity: 'page' | 'ticket',
  longSeconds: number,
  shortSeconds: number,
  threshold: number,
): BurnPairRule {
  return { name, severity, longSeconds, shortSeconds, threshold };
}
const pairs = [
  pair('page-1h', 'page', 3600, 300, 14.4),
  pair('page-6h', 'page', 21600, 1800, 6),
  pair('ticket-1d', 'ticket', 86400, 7200, 3),
  pair('ticket-3d', 'ticket', 259200, 21600, 1),
];

const requests = 'http_requests_total{service="payments"';

function objective(change: Partial<Objective> = {}): Objective {
  return {
    ref: 'slo:default/payments-availability',
    documentRef: 'slo:default/payments-availability',
    entityRef: 'component:default/payments',
    title: 'Payments {{ answer }}: "yes"',
    target: 0.999,
    method: 'occurrences',
    window: { kind: 'rolling', seconds: 2592000, duration: '30d' },
    indicator: {
      kind: 'ratio',
      source: 'default',
      counter: true,
      good: { query: `sum(${requests},code!~"5.."})` },
      total: { query: `sum(rate(${requests}}[5m]))` },
    },
    pairs,
    alertBelow: 0.2,
    ...change,
  };
}

const bad: Objective['indicator'] = {
  kind: 'ratio',
  source: 'default',
  counter: true,
  bad: { query: `${requests},code=~"5.."}` },
  total: { query: `sum by (service) (${requests}})` },
};
const latency: Objective['indicator'] = {
  kind: 'threshold',
  source: 'default',
  metric: { query: 'latency_p99{service="payments"}' },
  operator: 'lte',
  threshold: 0.5,
};

const all: Objective[] = [
  objective(),
  objective({ ref: 'slo:default/bad', indicator: bad }),
  objective({ ref: 'slo:default/ninety', target: 0.9 }),
  objective({ ref: 'slo:default/half', target: 0.5, pairs: pairs.slice(0, 3) }),
  objective({ ref: 'slo:default/latency', indicator: latency }),
  objective({
    ref: 'slo:default/raw',
    indicator: {
      kind: 'raw',
      source: 'x',
      rawType: 'success',
      raw: { query: 'a / b' },
    },
  }),
  objective({
    ref: 'slo:default/slices',
    method: 'timeslices',
    timeSlice: { seconds: 300, target: 0.95 },
  }),
  objective({
    ref: 'slo:default/ratio-slices',
    method: 'ratio-timeslices',
    timeSlice: { seconds: 300, target: 0.95 },
    indicator: latency,
  }),
  objective({
    ref: 'slo:default/per-minute',
    indicator: {
      kind: 'ratio',
      source: 'default',
      counter: false,
      bad: { query: 'errors_per_minute' },
      total: { query: 'sum(increase(x[{{.window}}]))' },
    },
  }),
  objective({
    ref: 'slo:default/pushed',
    indicator: { kind: 'push', source: 'push' },
  }),
  objective({
    ref: 'slo:default/all',
    indicator: { kind: 'composite', source: 'composite', members: [] },
  }),
  objective({
    ref: 'slo:default/broken',
    indicator: { ...latency, metric: { query: 'sum(\n}#' } },
  }),
];

describe('generateRules', () => {
  it('names what makes no rule in comments, and goes on', () => {
    const text = generateRules(all);
    const comments = text.match(/^ *#.*$/gm)!.map(line => line.trim());
    expect(comments).toEqual(
      [
        /^# slo:default\/half: .*page-1h left out.* 14.4 is unreachable: .* 2\.$/,
        /^# slo:default\/half: .*page-6h left out/,
        /^# slo:default\/half: .*ticket-1d left out/,
        /^# slo:default\/pushed: left out, its counts are pushed/,
        /^# slo:default\/all: left out, it is a composite/,
        /^# slo:default\/broken: left out, its threshold query cannot be used: /,
        /^# slo:default\/ninety: alert page-1h left out, .* it is 10\.$/,
      ].map(line => expect.stringMatching(line)),
    );
    expect(parse(text).groups).toHaveLength(8);
  });

  it('repeats no objective, and makes an empty file of none', () => {
    expect(
      parse(generateRules([objective(), objective()])).groups,
    ).toHaveLength(1);
    expect(parse(generateRules([]))).toEqual({ groups: [] });
  });

  it('makes the same groups a PrometheusRule', () => {
    const rule = parse(
      generateRules(all, { format: 'prometheusrule', name: 'payments' }),
    );
    expect(rule).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: 'payments' },
      spec: parse(generateRules(all)),
    });
  });
});

describeReal('the rules in promtool', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slo-rules-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function promtool(
    objectives: Objective[],
    test?: object,
    options?: GenerateRulesOptions,
  ) {
    writeFileSync(
      join(folder, 'rules.yaml'),
      generateRules(objectives, options),
    );
    const file = test ? 'test.yaml' : 'rules.yaml';
    if (test)
      writeFileSync(
        join(folder, file),
        stringify({
          rule_files: ['rules.yaml'],
          evaluation_interval: '1m',
          tests: [test],
        }),
      );
    const args = test ? ['test', 'rules', file] : ['check', 'rules', file];
    const { stdout, stderr } = spawnSync('promtool', args, {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout + stderr;
  }

  /** Minutes of requests: healthy for so long, then a share of errors, then healthy again. */
  function outage(healthy: number, share: number, minutes: number) {
    const errors = 1000 * share;
    const good = 1000 - errors;
    const before = 1000 * healthy;
    const during = before + good * minutes;
    return [
      {
        series: `${requests},code="200"}`,
        values: `0+1000x${healthy} ${before + good}+${good}x${minutes - 1} ${
          during + 1000
        }+1000x90`,
      },
      {
        series: `${requests},code="500"}`,
        values: `0+0x${healthy} ${errors}+${errors}x${minutes - 1} ${
          errors * minutes
        }+0x90`,
      },
    ];
  }

  function firing(name: string, minute: number, count: number) {
    return {
      expr: `count(ALERTS{alertname="ErrorBudgetBurn",alertstate="firing",pair="${name}"}) or vector(0)`,
      eval_time: `${minute}m`,
      exp_samples: [{ labels: '{}', value: count }],
    };
  }

  it('are accepted', () => {
    expect(promtool(all)).toMatch(/SUCCESS: \d+ rules found/);
    expect(promtool([])).toMatch(/SUCCESS: 0 rules found/);
  });

  it.each(['good', 'bad'])(
    '15 %% errors for 10 minutes fire after 6 minutes (%s events)',
    kind => {
      const one = kind === 'good' ? objective() : objective({ indicator: bad });
      expect(
        promtool([one], {
          interval: '1m',
          input_series: outage(120, 0.15, 10),
          promql_expr_test: [
            firing('page-1h', 120, 0),
            firing('page-1h', 125, 0),
            firing('page-1h', 126, 1),
            firing('page-1h', 130, 1),
            firing('page-1h', 140, 0),
          ],
        }),
      ).toContain('SUCCESS');
    },
  );

  it('a total outage of 2 minutes fires after 1 to 2 and clears after 7 to 8', () => {
    expect(
      promtool([objective({ pairs: pairs.slice(0, 1) })], {
        interval: '1m',
        input_series: outage(120, 1, 2),
        promql_expr_test: [
          firing('page-1h', 120, 0),
          firing('page-1h', 122, 1),
          firing('page-1h', 126, 1),
          firing('page-1h', 128, 0),
        ],
        alert_rule_test: [
          {
            eval_time: '122m',
            alertname: 'ErrorBudgetBurn',
            exp_alerts: [
              {
                exp_labels: {
                  severity: 'page',
                  slo: 'slo:default/payments-availability',
                  service: 'payments',
                  entity_ref: 'component:default/payments',
                  pair: 'page-1h',
                },
                exp_annotations: {
                  summary:
                    'Payments {{ answer }}: "yes" burns its error budget 14.4 times too fast',
                  description:
                    'Over 1h the error ratio is 3.333%; over 1h and 5m it is above 14.4 times the 0.1 % that the objective of 99.9 % allows.',
                },
              },
            ],
          },
        ],
      }),
    ).toContain('SUCCESS');
  });

  it('no traffic, missing series and NaN fire nothing; a service without any good event fires', () => {
    const quiet = objective({ ref: 'slo:default/quiet' });
    const absent = objective({
      ref: 'slo:default/absent',
      indicator: {
        ...latency,
        metric: { query: 'latency_p99{service="none"}' },
      },
    });
    const zero = 'errors{service="payments"}';
    const nan = objective({
      ref: 'slo:default/nan',
      indicator: { ...latency, metric: { query: `${zero} / ${zero}` } },
    });
    const still = [{ series: `${requests},code="200"}`, values: '5+0x120' }];
    const series = [...still, { series: zero, values: '0+0x120' }];
    expect(
      promtool([quiet, absent, nan], {
        interval: '1m',
        input_series: series,
        promql_expr_test: [
          firing('page-1h', 100, 0),
          { expr: 'slo:sli_error:ratio_rate5m', eval_time: '100m' },
        ],
      }),
    ).toContain('SUCCESS');
    expect(
      promtool([objective()], {
        interval: '1m',
        input_series: [
          { series: `${requests},code="500"}`, values: '0+10x120' },
        ],
        promql_expr_test: [firing('page-1h', 100, 1)],
      }),
    ).toContain('SUCCESS');
  });

  it.each([
    [
      'threshold',
      objective({ indicator: latency, target: 0.99, pairs: pairs.slice(0, 1) }),
    ],
    [
      'time slices',
      objective({
        indicator: latency,
        target: 0.99,
        pairs: pairs.slice(0, 1),
        method: 'timeslices',
        timeSlice: { seconds: 60, target: 0.95 },
      }),
    ],
  ])('counts minutes for %s objectives', (_name, one) => {
    // 9 of the last 60 minutes are 15 %, above 14.4 times 1 %.
    expect(
      promtool([one], {
        interval: '1m',
        input_series: [
          {
            series: 'latency_p99{service="payments"}',
            values: '0.2+0x119 0.9+0x8 0.2+0x30',
          },
        ],
        promql_expr_test: [
          firing('page-1h', 127, 0),
          firing('page-1h', 128, 1),
          firing('page-1h', 140, 0),
        ],
      }),
    ).toContain('SUCCESS');
  });
});
