import type {
  Distribution,
  IncidentMetrics,
} from '@ghostlight/plugin-incidents-common';
import { ago } from './incidents';

const DAY = 1440;

/** Enough values, most of them between a quarter of and a whole hour. */
export function known(more: Partial<Distribution> = {}): Distribution {
  return {
    n: 42,
    enough: true,
    median: 2280,
    medianInterval: [1500, 3660],
    p90: 14_400,
    mean: 19_000,
    histogram: [
      { from: 300, to: 900, count: 6 },
      { from: 900, to: 1800, count: 12 },
      { from: 1800, to: 3600, count: 14 },
      { from: 3600, to: 7200, count: 5 },
      { from: 7200, to: 14_400, count: 3 },
      { from: 14_400, to: 28_800, count: 2 },
    ],
    trend: { change: 'better', previousMedian: 3600, previousN: 31 },
    ...more,
  };
}

export function someMetrics(now: number): IncidentMetrics {
  return {
    from: ago(now, 90 * DAY),
    to: ago(now, 0),
    incidents: 42,
    imported: 0,
    detect: known({
      trend: { change: 'same', previousMedian: 2300, previousN: 31 },
    }),
    acknowledge: known({
      trend: { change: 'worse', previousMedian: 900, previousN: 31 },
    }),
    identify: known({ trend: { change: 'unknown', previousN: 4 } }),
    fix: {
      n: 3,
      enough: false,
      values: [240, 660, 5400],
      trend: { change: 'unknown', previousN: 1 },
    },
    recover: {
      n: 0,
      enough: false,
      values: [],
      trend: { change: 'unknown', previousN: 0 },
    },
    resolve: known(),
    betweenFailures: known({
      median: 500_000,
      medianInterval: [300_000, 700_000],
      p90: 1_200_000,
      histogram: [
        { from: 86_400, to: 259_200, count: 9 },
        { from: 259_200, to: 604_800, count: 20 },
        { from: 604_800, to: 2_592_000, count: 13 },
      ],
      // Longer than before: the API says so of any time that has grown.
      trend: { change: 'worse', previousMedian: 200_000, previousN: 31 },
    }),
    noise: {
      reports: 12_406,
      alerts: 913,
      suppressed: 240,
      inIncidents: 512,
      incidents: 42,
      alertsPerIncident: 12.8,
      cut: 0.9966,
    },
    notifications: { sent: 155, incidents: 40, actedOn: 31, share: 0.775 },
    perPeriod: Array.from({ length: 13 }, (_, week) => ({
      from: ago(now, (90 - week * 7) * DAY),
      to: ago(now, (90 - (week + 1) * 7) * DAY),
      incidents: (week * 5) % 7,
      ...(week % 7 === 0 ? {} : { median: 1200 + week * 300 }),
    })),
    unknownChangeFailureRate:
      'Which deployments failed is known once the delivery plugin is installed.',
  };
}
