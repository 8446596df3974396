import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { slothLabels } from './slothRules';
import { ruleSeconds, scrapeSeconds, type Traffic } from './Traffic';

const run = promisify(execFile);

/** What Prometheus compacts to in 30 days, so that it starts with nothing left to compact. */
const blockHours = 54;

/** Labels that a scrape adds. */
export const scrapeLabels = { job: 'bench', instance: 'bench-1' };

/**
 * Writes days of history as TSDB blocks: the raw counters, and the 5-minute ratios that Sloth's
 * rules would have recorded from them.
 */
export async function writePast(options: {
  promtool: string;
  dataFolder: string;
  traffic: Traffic;
  days: number;
}): Promise<void> {
  const { promtool, dataFolder, traffic, days } = options;
  const texts = `${dataFolder}-texts`;
  await mkdir(texts, { recursive: true });
  const now = Math.floor(Date.now() / 1000 / ruleSeconds) * ruleSeconds;
  const blockSeconds = blockHours * 3600;
  const ratios = Ratios.create(traffic);
  for (let at = now - days * 86_400; at <= now; ) {
    const end = Math.min(
      now + 1,
      (Math.floor(at / blockSeconds) + 1) * blockSeconds,
    );
    const lines = new Map<string, string[]>();
    const add = (name: string, value: number, when: number) => {
      const list = lines.get(name) ?? [];
      list.push(`${name} ${value} ${when}`);
      lines.set(name, list);
    };
    for (; at < end; at += scrapeSeconds) {
      traffic.step();
      for (const [name, value] of traffic.series(
        `,job="${scrapeLabels.job}",instance="${scrapeLabels.instance}"`,
      )) {
        add(name, value, at);
      }
      const recorded = ratios.step();
      if (at % ruleSeconds) continue;
      for (const [name, value] of recorded) add(name, value, at);
    }
    const file = join(texts, `${end}.om`);
    await writeFile(
      file,
      [...[...lines.values()].map(list => list.join('\n')), '# EOF', ''].join(
        '\n',
      ),
    );
    await run(promtool, [
      'tsdb',
      'create-blocks-from',
      'openmetrics',
      `--max-block-duration=${blockHours}h`,
      '-q',
      file,
      dataFolder,
    ]);
    await rm(file);
  }
  await rm(texts, { recursive: true });
}

/** The error ratio over the last 5 minutes of every service. */
class Ratios {
  private readonly past = new Map<
    string,
    { total: number; failed: number }[]
  >();

  private constructor(private readonly traffic: Traffic) {}

  static create(traffic: Traffic) {
    return new Ratios(traffic);
  }

  step(): [string, number][] {
    return this.traffic.services.map(service => {
      const list = this.past.get(service) ?? [];
      this.past.set(service, list);
      const now = this.traffic.totals(service);
      list.push(now);
      const [then] = list;
      if (list.length > 300 / scrapeSeconds) list.shift();
      const total = now.total - then.total;
      return [
        `slo:sli_error:ratio_rate5m{${Object.entries({
          ...slothLabels(service),
          sloth_window: '5m',
        })
          .map(([name, value]) => `${name}="${value}"`)
          .join(',')}}`,
        total ? (now.failed - then.failed) / total : 0,
      ];
    });
  }
}
