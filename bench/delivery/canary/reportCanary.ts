import { quantile } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import type { Report } from '../../shared/Report';
import { simulateRollout, type Scenario } from './simulateRollout';
import { alpha, mannWhitney, plainZ, sequential, type Judge } from './tests';

const rollouts = quick ? 300 : 10_000;

/** 40 requests a second of which 5 % go to the new version; looked at each minute for an hour. */
const usual: Scenario = { requests: 2_400, share: 0.05, rate: 0.01, looks: 60 };

const scenarios: { name: string; scenario: Scenario }[] = [
  { name: '40/s, 5 % canary, 1 % errors', scenario: usual },
  {
    name: '40/s, 5 % canary, 0.1 % errors',
    scenario: { ...usual, rate: 0.001 },
  },
  {
    name: '40/s, 50 % canary, 0.1 % errors',
    scenario: { ...usual, rate: 0.001, share: 0.5 },
  },
];

const judges: { name: string; judge: Judge }[] = [
  { name: 'sequential', judge: sequential },
  { name: 'z-test', judge: plainZ },
  { name: 'Mann-Whitney', judge: mannWhitney },
];

/** Median minutes to find an error rate so many times the usual one, at most, in the usual scenario. */
const bounds: { times: number; minutes: number }[] = [
  { times: 10, minutes: 1 },
  { times: 3, minutes: 4 },
  { times: 2, minutes: 11 },
];

/** How often healthy versions are sent back, and how soon bad ones are, beside two other tests. */
export function reportCanary(report: Report): void {
  for (const { name, scenario } of scenarios) {
    const healthy = judgeAll(scenario, 1);
    const [ours, ...others] = healthy.map(({ found }) => found / rollouts);
    report.add({
      what: `Healthy versions sent back, ${rollouts.toLocaleString(
        'en',
      )} rollouts, ${scenario.looks} looks, ${name}`,
      ours: share(ours),
      theirs: others
        .map((rate, n) => `${share(rate)} ${judges[n + 1].name}`)
        .join(', '),
      ratio: `${(others[0] / Math.max(ours, 1 / rollouts)).toFixed(1)} ×`,
      required: `≤ ${share(alpha)}`,
      passed: ours <= alpha,
    });
    for (const { times, minutes } of bounds) {
      const [first, ...rest] = judgeAll(scenario, times);
      const isUsual = scenario === usual;
      report.add({
        what: `Time to find ${times} × the errors, ${name}`,
        ours: timeText(first),
        theirs: rest
          .map((found, n) => `${timeText(found)} ${judges[n + 1].name}`)
          .join(', '),
        ratio: '',
        ...(isUsual && {
          required: `median ≤ ${minutes} min`,
          passed: first.median !== undefined && first.median <= minutes,
        }),
      });
    }
  }
}

interface Found {
  found: number;
  median?: number;
  late?: number;
}

/** All judges see the same rollouts. */
function judgeAll(scenario: Scenario, times: number): Found[] {
  const minutes: number[][] = judges.map(() => []);
  for (let seed = 0; seed < rollouts; seed++) {
    const looks = simulateRollout(scenario, times, seed * 16 + times);
    judges.forEach(({ judge }, n) => {
      const at = judge(looks);
      if (at !== undefined) minutes[n].push(at);
    });
  }
  return minutes.map(found => {
    // Those that were never found are later than all others.
    const of = (p: number) => {
      const all = [
        ...found,
        ...Array<number>(rollouts - found.length).fill(Infinity),
      ];
      const value = quantile(all, p);
      return Number.isFinite(value) ? value : undefined;
    };
    return { found: found.length, median: of(0.5), late: of(0.9) };
  });
}

function timeText({ found, median, late }: Found): string {
  const text = (minutes: number | undefined) =>
    minutes === undefined ? '> 60' : String(Math.round(minutes));
  return `${text(median)} min (p90 ${text(late)}, ${share(
    found / rollouts,
  )} found)`;
}

function share(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
