import fc from 'fast-check';
import { metricNames, metricWords } from '../analysis';
import { changeRules, defaultRules, parseRule, ruleText } from './RuleSpec';

const rule = fc
  .record({
    metric: fc.constantFrom(...metricNames),
    comparison: fc.constantFrom('>=' as const, '<=' as const),
    threshold: fc.nat({ max: 1_000 }).map(n => n / 1_000),
    severity: fc.constantFrom('critical' as const, 'warning' as const),
    forMinutes: fc.integer({ min: 1, max: 1_440 }),
  })
  .filter(
    ({ metric, threshold }) =>
      metricWords[metric].unit === 'per-second' || threshold <= 1,
  );

describe('rules as they are written', () => {
  it('are the six of the capabilities by default', () => {
    expect(defaultRules.map(ruleText)).toEqual([
      'error_rate >= 0.05 critical 5 min',
      'latency_p95 >= 5 critical 5 min',
      'throughput <= 50 warning 10 min',
      'cpu >= 0.85 warning 10 min',
      'memory >= 0.9 critical 5 min',
      'llm_quality_score <= 0.8 critical 15 min',
    ]);
  });

  it('are the same after they were written and read', () => {
    fc.assert(
      fc.property(rule, spec => {
        expect(parseRule(ruleText(spec))).toEqual(spec);
      }),
    );
  });

  it('replace and take away by metric', () => {
    const changed = changeRules(
      defaultRules,
      'latency_p95 >= 0.5 critical for 5min; throughput off\n\ncpu>=0.7 warning 3 min',
    );
    expect(changed.map(ruleText)).toEqual([
      'error_rate >= 0.05 critical 5 min',
      'latency_p95 >= 0.5 critical 5 min',
      'cpu >= 0.7 warning 3 min',
      'memory >= 0.9 critical 5 min',
      'llm_quality_score <= 0.8 critical 15 min',
    ]);
  });

  it('may be of objectives, by their burn rate', () => {
    const changed = changeRules(
      [],
      'slo:default/a~p99 >= 6 warning 10 min; cpu >= 0.7 warning 3 min\nslo:default/b >= 14.4 critical 5 min; slo:default/a~p99 >= 3 critical 5 min',
    );
    expect(changed.map(ruleText)).toEqual([
      'cpu >= 0.7 warning 3 min',
      'slo:default/b >= 14.4 critical 5 min',
      'slo:default/a~p99 >= 3 critical 5 min',
    ]);
    expect(changeRules(changed, 'slo:default/b off')).toHaveLength(2);
  });

  it.each([
    ['nonsense', 'is no rule'],
    ['disk >= 1 critical 5 min', 'the metric is one of'],
    ['disk off', 'the metric is one of'],
    ['cpu >= 85 critical 5 min', 'from 0 to 1, not 85'],
    ['cpu >= 0.8 critical 0 min', '1 min to 24 h'],
    ['cpu > 0.8 critical 5 min', 'is no rule'],
    ['slo:payments >= 6 critical 5 min', 'is named like slo:default/name'],
    ['slo:default/a <= 6 critical 5 min', 'held to >= and a number above 0'],
    ['slo:default/a >= 0 critical 5 min', 'held to >= and a number above 0'],
    ['slo:payments off', 'is named like slo:default/name'],
    ['cpu >= -1 critical 5 min', 'is no rule'],
  ])('are refused when they say %s', (text, message) => {
    expect(() => changeRules(defaultRules, text)).toThrow(message);
  });
});
