import { BurnRow, ChartBucket, ChartMark, ChartSpan, StatusName } from '../src';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Thirty days in buckets of two hours that end badly; the same on every call. */
export function budgetHistory(
  now: number,
  kind: 'burning' | 'spent' = 'burning',
) {
  const width = 2 * HOUR;
  const to = Math.floor(now / width) * width;
  const from = to - 30 * DAY;
  const buckets: ChartBucket[] = [];
  let left = 1;
  for (let start = from, index = 0; start < to; start += width, index += 1) {
    const wave = 1 + Math.sin(index / 6) / 3;
    const total = Math.round(3300 * wave);
    const gap = index > 196 && index < 212;
    const bad = gap ? 0 : Math.round(Math.abs(Math.sin(index * 12.9898)) * 2);
    const outage = index > 350 || (index > 118 && index < 124) ? 28 : 0;
    left -= (bad + outage * (kind === 'spent' ? 4 : 1)) / 1240;
    buckets.push({
      start,
      total: gap ? 0 : total,
      good: gap ? 0 : total - bad - outage,
      measured: gap ? 0 : width,
      excluded: index > 270 && index < 277 ? width : 0,
      left: gap ? null : left,
    });
  }
  const at = (index: number) => from + index * width;
  const spans: ChartSpan[] = [
    { id: 'sim', kind: 'simulated', from, to: at(96), reason: 'demo fleet' },
    {
      id: 'db',
      kind: 'maintenance',
      from: at(270),
      to: at(277),
      reason: 'database upgrade',
    },
  ];
  const marks: ChartMark[] = [
    { id: 'v2.3.1', kind: 'change', at: at(117), label: 'deployment v2.3.1' },
    {
      id: 'INC-39',
      kind: 'incident',
      at: at(120),
      label: 'INC-0039',
      href: '/incidents/39',
    },
    { id: 'v2.3.4', kind: 'change', at: at(349), label: 'deployment v2.3.4' },
    {
      id: 'INC-42',
      kind: 'incident',
      at: at(353),
      label: 'INC-0042',
      href: '/incidents/42',
    },
  ];
  return {
    width,
    range: { from, to: to + 2 * DAY },
    buckets,
    spans,
    marks,
    violations: [
      { start: at(119), end: at(124), bad: 140, total: 16_000 },
      { start: at(351), end: to, bad: 252, total: 30_000 },
    ],
    forecast: {
      at: to + 2 * DAY,
      left: left - 0.3,
      low: left - 0.42,
      high: left - 0.2,
    },
  };
}

export const burnRows: BurnRow[] = [
  {
    name: 'page-1h',
    severity: 'page',
    long: '1h',
    short: '5m',
    threshold: 14.4,
    longRate: 14.2,
    shortRate: 16,
    state: 'almost',
  },
  {
    name: 'page-6h',
    severity: 'page',
    long: '6h',
    short: '30m',
    threshold: 6,
    longRate: 8.1,
    shortRate: 15.2,
    state: 'firing',
    firingSince: Date.now() / 1000 - 14 * 60,
  },
  {
    name: 'ticket-1d',
    severity: 'ticket',
    long: '1d',
    short: '2h',
    threshold: 3,
    longRate: 0.93,
    shortRate: null,
    state: 'too-few-events',
  },
  {
    name: 'ticket-3d',
    severity: 'ticket',
    long: '3d',
    short: '6h',
    threshold: 1,
    longRate: 0.4,
    shortRate: 0.12,
    state: 'quiet',
  },
  {
    name: 'page-none',
    severity: 'page',
    long: '1h',
    short: '5m',
    threshold: 14.4,
    longRate: 0,
    shortRate: 0,
    state: 'unreachable',
  },
];

export interface DemoRow {
  id: string;
  service: string;
  objective: string;
  status: StatusName;
  left: number | null;
  burn: number | null;
  spark: Array<number | null>;
  owner: string;
  changedAt: number;
}

const SERVICES = [
  'payments',
  'checkout',
  'search',
  'catalogue',
  'ledger',
  'notifications',
];

/** The nth row of a list of ten thousand, least budget first. */
export function demoRow(index: number): DemoRow {
  const left = Math.min(1, (index - 40) / 9000);
  const silent = index % 97 === 96;
  return {
    id: `slo:default/objective-${index}`,
    service: `${SERVICES[index % SERVICES.length]}-${index}`,
    objective: index % 3 ? 'availability' : 'latency p95',
    status: statusOf(index, silent),
    left: silent ? null : left,
    burn: silent ? null : 14.2 / (1 + index / 12),
    spark: Array.from({ length: 48 }, (_, step) =>
      step > 20 && step < 25 && index % 5 === 0
        ? null
        : 1 - ((1 - left) * step ** 2) / 47 ** 2,
    ),
    owner: `team-${index % 7}`,
    changedAt: Date.now() / 1000 - 60 * (22 + index * 7),
  };
}

function statusOf(index: number, silent: boolean): StatusName {
  if (silent) {
    return 'no-data';
  }
  if (index % 31 === 30) {
    return 'low-traffic';
  }
  if (index < 7) {
    return 'critical';
  }
  return index < 19 ? 'warning' : 'healthy';
}

export const yaml = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: payments-availability
spec:
  service: payments
  budgetingMethod: Occurrences
  timeWindow:
    - duration: 30d
      isRolling: true
  objectives:
    - target: 0.999
`;
