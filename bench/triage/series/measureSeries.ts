import type {
  TriageCase,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCli } from '../../incidents/replay/buildCli';
import { median, quantile } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import { formatSeconds, type Report } from '../../shared/Report';
import { runMeasured } from './runMeasured';

const sizes = quick
  ? { series: 2_000, entities: 1_000 }
  : { series: 20_000, entities: 10_000 };
const rounds = quick ? 2 : 5;
const mostSeconds = 30;
const mostMegabytes = 1_000;
const minutes = 90;
const broken = 25;

/**
 * `triage replay` of a file with very many series, as it is released, beside a process that does no more
 * than parse the same file; in turns.
 */
export async function measureSeries(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-bench-series-'));
  const file = join(folder, 'case.json');
  try {
    writeFileSync(file, JSON.stringify(makeCase()));
    const megabytes = Math.round(statSync(file).size / 1e6);
    const binary = await buildCli();
    const parse = `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(
      file,
    )}, 'utf8'))`;
    const ours: Awaited<ReturnType<typeof runMeasured>>[] = [];
    const theirs: typeof ours = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await runMeasured([binary, 'triage', 'replay', file]));
      theirs.push(await runMeasured(['-e', parse]));
      const said: TriageReport = JSON.parse(ours[round].output);
      if (said.suspects[0]?.entityRef !== refOf(0))
        throw new Error(`Suspected is ${said.suspects[0]?.entityRef}`);
    }
    const seconds = ours.map(each => each.seconds);
    const memory = Math.max(...ours.map(each => each.memory));
    const what = `replay of ${sizes.series} series of ${sizes.entities} entities (${megabytes} MB)`;
    const parsing = median(theirs.map(each => each.seconds));
    report.add({
      what: `${what}, time`,
      ours: `${formatSeconds(median(seconds))} (slowest ${formatSeconds(
        quantile(seconds, 1),
      )})`,
      theirs: `${formatSeconds(parsing)}, a process that parses the file`,
      ratio: `${(median(seconds) / parsing).toFixed(1)} ×`,
      required: `at most ${mostSeconds} s`,
      passed: quantile(seconds, 1) <= mostSeconds,
    });
    const bare = Math.max(...theirs.map(each => each.memory));
    report.add({
      what: `${what}, memory of the process`,
      ours: `${Math.round(memory)} MB at its peak`,
      theirs: `${Math.round(bare)} MB, a process that parses the file`,
      ratio: `${(memory / bare).toFixed(1)} ×`,
      required: `at most ${mostMegabytes} MB`,
      passed: memory <= mostMegabytes,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 21, 12, minute)).toISOString();
const refOf = (n: number) => `component:default/service-${n}`;

/** Chains of 25; the first fails from its beginning on, two minutes after a deployment. */
function makeCase(): TriageCase {
  const names = ['error_ratio', 'latency_p99'];
  const numbers = Array.from({ length: sizes.entities }, (_, n) => n);
  return {
    title: 'service-0 fails',
    startedAt: at(60),
    at: at(minutes),
    entities: numbers.map(n => ({ ref: refOf(n), type: 'service' })),
    dependencies: numbers
      .filter(n => n % broken)
      .map(n => ({ from: refOf(n), to: refOf(n - 1) })),
    alerts: numbers.slice(0, broken).map(n => ({
      name: 'HighErrorRate',
      title: `service-${n}: errors above 5 %`,
      entityRef: refOf(n),
      severity: 'critical',
      startsAt: at(60 + Math.floor(n / 5)),
    })),
    changes: [
      {
        kind: 'deployment',
        title: 'service-0 2.3.4',
        entityRef: refOf(0),
        at: at(58),
        version: '2.3.4',
      },
    ],
    metrics: Array.from({ length: sizes.series }, (_, n) => {
      const entity = Math.floor(n / names.length);
      const usual = n % names.length ? 0.2 : 0.001;
      return {
        entityRef: refOf(entity),
        name: names[n % names.length],
        start: at(0),
        step: 60,
        values: Array.from({ length: minutes }, (_each, minute) => {
          const noise = ((n * 7919 + minute * 104_729) % 1000) / 4000;
          const times = entity < broken && minute >= 60 ? 20 : 1;
          return Number((usual * (1 + noise) * times).toFixed(5));
        }),
      };
    }),
  };
}
