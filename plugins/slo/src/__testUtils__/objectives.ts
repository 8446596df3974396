import type {
  Budget,
  BurnPair,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';

const DAY = 86_400;

function budgetOf(options: {
  target: number;
  windowSeconds: number;
  total: number;
  bad: number;
}): Budget {
  const { target, windowSeconds, total, bad } = options;
  const allowedRatio = 1 - target;
  const allowedEvents = total * allowedRatio;
  const allowedMinutes = (windowSeconds / 60) * allowedRatio;
  const spentRatio = total > 0 ? bad / allowedEvents : null;
  const leftRatio = spentRatio === null ? null : 1 - spentRatio;
  return {
    sli: total > 0 ? 1 - bad / total : null,
    good: total - bad,
    total,
    bad,
    unit: 'events',
    allowedRatio,
    leftRatio,
    spentRatio,
    allowedMinutes,
    leftMinutes: leftRatio === null ? null : allowedMinutes * leftRatio,
    allowedEvents,
    leftEvents: total > 0 ? allowedEvents - bad : null,
    coverage: total > 0 ? 0.997 : 0,
    excludedMinutes: 0,
  };
}

function pairsOf(
  burn: Record<string, number | null>,
  target: number,
  firing: string[],
): BurnPair[] {
  const table = [
    ['page-1h', 'page', '1h', '5m', 14.4],
    ['page-6h', 'page', '6h', '30m', 6],
    ['ticket-1d', 'ticket', '1d', '2h', 3],
    ['ticket-3d', 'ticket', '3d', '6h', 1],
  ] as const;
  return table.map(([name, severity, long, short, threshold]) => {
    const longRate = burn[long] ?? null;
    const shortRate = burn[short] ?? null;
    let state: BurnPair['state'] = 'quiet';
    if (longRate === null) state = 'no-data';
    else if (1 / (1 - target) < threshold) state = 'unreachable';
    else if (firing.includes(name)) state = 'firing';
    else if (longRate > threshold || (shortRate ?? 0) > threshold)
      state = 'almost';
    return {
      name,
      severity,
      long,
      short,
      threshold,
      longRate,
      shortRate,
      state,
    };
  });
}

export interface ObjectiveSketch {
  service: string;
  name: string;
  target?: number;
  total?: number;
  bad?: number;
  burn?: Record<string, number | null>;
  firing?: string[];
  spark?: Array<number | null>;
  more?: Partial<ObjectiveStatus>;
}

const calm = {
  '5m': 0.2,
  '30m': 0.3,
  '1h': 0.3,
  '2h': 0.4,
  '6h': 0.4,
  '1d': 0.5,
  '3d': 0.5,
};

function fallTo(left: number | null): Array<number | null> {
  return Array.from({ length: 48 }, (_, i) => {
    if (left === null) return null;
    return i < 40 ? 1 - (i / 40) * 0.1 : 0.9 - ((0.9 - left) * (i - 39)) / 8;
  });
}

/** An objective as the API answers it, from the few numbers that matter in a test. */
export function objective(
  now: number,
  sketch: ObjectiveSketch,
): ObjectiveStatus {
  const {
    service,
    name,
    target = 0.999,
    total = 1_204_331,
    bad = 300,
  } = sketch;
  const windowSeconds = 30 * DAY;
  const burn = sketch.burn ?? calm;
  const budget = budgetOf({ target, windowSeconds, total, bad });
  return {
    ref: `slo:default/${service}-${name}`,
    documentRef: `slo:default/${service}-${name}`,
    entityRef: `component:default/${service}`,
    ownerRef: 'group:default/team-payments',
    systemRef: 'system:default/shop',
    domainRef: 'domain:default/commerce',
    title: `${service}-${name}`,
    target,
    method: 'occurrences',
    kind: 'ratio',
    window: {
      kind: 'rolling',
      seconds: windowSeconds,
      start: now - windowSeconds,
      end: now,
      duration: '30d',
    },
    status: 'healthy',
    reason: 'ok',
    budget,
    burn: Object.entries(burn).map(([window, rate]) => ({
      window,
      seconds: secondsOf(window),
      rate,
      total: rate === null ? 0 : 10_000,
      bad: rate === null ? 0 : Math.round(10_000 * rate * (1 - target)),
    })),
    pairs: pairsOf(burn, target, sketch.firing ?? []),
    asOf: now - 20,
    source: { name: 'default', type: 'prometheus', state: 'ok' },
    spark: sketch.spark ?? fallTo(budget.leftRatio ?? null),
    policyRef: 'builtin:conservative',
    ...sketch.more,
  };
}

function secondsOf(window: string): number {
  const unit = { m: 60, h: 3600, d: DAY }[window.slice(-1)] ?? 1;
  return Number(window.slice(0, -1)) * unit;
}

/** payments: burning. */
export function burningAvailability(now: number): ObjectiveStatus {
  return objective(now, {
    service: 'payments',
    name: 'availability',
    bad: 831,
    burn: {
      '5m': 16,
      '30m': 15,
      '1h': 14.6,
      '2h': 8.1,
      '6h': 3.2,
      '1d': 1.6,
      '3d': 0.9,
    },
    firing: ['page-1h'],
    more: {
      status: 'critical',
      reason: 'page-burn',
      exhaustion: { seconds: 7500, earliest: 6000, latest: 10_200 },
      description: 'Share of payment requests that do not fail.',
    },
  });
}

export function healthyLatency(now: number): ObjectiveStatus {
  return objective(now, {
    service: 'payments',
    name: 'latency-p95',
    target: 0.95,
    bad: 12_000,
  });
}

/** Budget under one event. */
export function quietSearchQuality(now: number): ObjectiveStatus {
  return objective(now, {
    service: 'payments',
    name: 'search-quality',
    total: 41,
    bad: 0,
    burn: Object.fromEntries(Object.keys(calm).map(window => [window, 0])),
    more: { status: 'low-traffic', reason: 'few-events' },
  });
}

const unmeasured = {
  '5m': null,
  '30m': null,
  '1h': null,
  '2h': null,
  '6h': null,
  '1d': null,
  '3d': null,
};

export function neverMeasured(now: number): ObjectiveStatus {
  return objective(now, {
    service: 'payments',
    name: 'freshness',
    total: 0,
    bad: 0,
    burn: unmeasured,
    more: {
      status: 'no-data',
      reason: 'never-measured',
      asOf: null,
      source: { name: 'default', type: 'prometheus', state: 'waiting' },
    },
  });
}

export function sourceFailing(now: number): ObjectiveStatus {
  return objective(now, {
    service: 'payments',
    name: 'availability',
    burn: { ...calm, '5m': null, '30m': null },
    more: {
      status: 'no-data',
      reason: 'source-failing',
      asOf: now - 2400,
      source: {
        name: 'default',
        type: 'prometheus',
        state: 'failing',
        reason: 'timeout',
        message: 'no answer after 10 s',
        since: now - 2300,
      },
    },
  });
}
