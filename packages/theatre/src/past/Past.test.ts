import { OpenMetricsWriter } from './OpenMetricsWriter';
import { createOutlook } from './outlook';
import { Past, pastDays, stepSeconds, type Step } from './Past';
import { troubles } from './troubles';

const from = Date.UTC(2026, 8, 1) / 1000;

function steps(days: number, seed?: number): Step[] {
  const past = Past.create({ from, seed });
  return Array.from({ length: (days * 86_400) / stepSeconds }, (_, index) =>
    past.step(from + (index + 1) * stepSeconds),
  );
}

describe('the simulated past', () => {
  it('is the same again from the same beginning, and another from another seed', () => {
    expect(steps(0.1)).toEqual(steps(0.1));
    expect(steps(0.1, 1)).not.toEqual(steps(0.1, 2));
  });

  it('fails where a trouble lasts, and on all the way up to the buyer', () => {
    const calm = createOutlook([]).services;
    const trouble = createOutlook([
      { service: 'ledger', day: 0, minutes: 1, failureShare: 0.5 },
    ]).services;

    expect(trouble.payments.failureShare).toBeCloseTo(0.5, 2);
    expect(trouble.checkout.failureShare).toBeCloseTo(0.5, 2);
    // A fifth of what buyers do is to check out.
    expect(trouble.storefront.failureShare).toBeCloseTo(0.1, 2);
    expect(trouble.search).toEqual(calm.search);
  });

  it('slows whoever waits for a slow service', () => {
    const calm = createOutlook([]).services;
    const trouble = createOutlook([
      { service: 'payments', day: 0, minutes: 1, latencyFactor: 8 },
    ]).services;

    // The slow one works; who waits for it has its connections in use.
    expect(trouble.payments.ownSeconds).toBeGreaterThan(
      7 * calm.payments.ownSeconds,
    );
    expect(trouble.checkout.ownSeconds).toBe(calm.checkout.ownSeconds);
    expect(trouble.checkout.connectedSeconds).toBeCloseTo(
      trouble.payments.seconds,
      5,
    );
    expect(calm.ledger.connectedSeconds).toBeUndefined();
    expect(calm.checkout.fastShare).toBeGreaterThan(0.98);
    expect(trouble.checkout.fastShare).toBeLessThan(0.3);
    expect(trouble.catalogue).toEqual(calm.catalogue);
  });

  it('spends some of every availability budget and all of none, and ends in a calm day', () => {
    const total: Record<string, { ok: number; failed: number }> = {};
    for (const { services } of steps(pastDays)) {
      for (const [name, { ok, failed }] of Object.entries(services)) {
        total[name] = total[name] ?? { ok: 0, failed: 0 };
        total[name].ok += ok;
        total[name].failed += failed;
      }
    }
    const spent = Object.entries(total).map(
      ([name, { ok, failed }]) =>
        failed / (ok + failed) / (name === 'recommendations' ? 0.005 : 0.001),
    );
    expect(Math.min(...spent)).toBeGreaterThan(0.02);
    expect(Math.max(...spent)).toBeLessThan(0.6);
    for (const { day, minutes } of troubles) {
      expect(day + minutes / 1440).toBeLessThan(pastDays - 1);
    }
  });

  it('is written as counters that never fall, buckets that nest, and samples half a minute apart', () => {
    const writer = OpenMetricsWriter.create();
    const all = steps(0.5);
    const half = all.length / 2;
    const texts = [
      writer.write(all.slice(0, half)),
      writer.write(all.slice(half)),
    ];

    const series = new Map<string, [at: number, value: number][]>();
    for (const text of texts) {
      expect(text.endsWith('\n# EOF\n')).toBe(true);
      for (const [, head, value, at] of text.matchAll(
        /^(\w+\{.*\}) (\S+) (\d+)$/gm,
      )) {
        const known = series.get(head) ?? [];
        series.set(head, [...known.slice(-1), [Number(at), Number(value)]]);
        const [before] = known.slice(-1);
        if (!before || head.startsWith('service_')) continue;
        if (Number(at) - before[0] !== stepSeconds) throw new Error(head);
        if (!head.startsWith('llm_') && Number(value) < before[1]) {
          throw new Error(`${head} fell`);
        }
      }
    }
    expect(series.size).toBeLessThan(100);
    const told = (name: string) =>
      [...series]
        .filter(([head]) => head.startsWith(`${name}{`))
        .map(([head, [[, value]]]) => [
          /service="(\w+)"/.exec(head)![1],
          value,
        ]);
    expect(told('service_cpu_usage_ratio')).toHaveLength(8);
    for (const [, share] of told('service_cpu_usage_ratio')) {
      expect(share).toBeGreaterThanOrEqual(0.12);
      expect(share).toBeLessThan(0.5);
    }
    // Who calls nobody has no pool.
    expect(told('service_connections_usage_ratio').map(([of]) => of)).toEqual([
      'storefront',
      'checkout',
      'payments',
      'search',
    ]);
    expect(told('service_queue_depth').map(([, waiting]) => waiting)).toEqual([
      0, 0, 0, 0,
    ]);
    const last = (le: string) =>
      [...series].find(
        ([head]) =>
          head.includes('_bucket{') &&
          head.includes('"payments"') &&
          head.includes(`le="${le}"`),
      )![1][1][1];
    const bounds = ['0.05', '0.1', '0.2', '0.3', '0.5', '1', '+Inf'].map(last);
    expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
    expect(bounds[0]).toBeLessThan(bounds[3]);
  });
});
