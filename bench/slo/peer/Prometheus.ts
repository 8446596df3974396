import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { cpuOfTree } from '../../shared/processCpu';
import { scrapeLabels } from './writePast';
import { scrapeSeconds } from './Traffic';

/** A real Prometheus on loopback whose rules can be changed while it runs. */
export class Prometheus {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly port: number,
    private readonly target: string,
  ) {}

  static async start(options: {
    binary: string;
    /** Holds `data`. */
    folder: string;
    port: number;
    /** host:port to scrape. */
    target: string;
  }): Promise<Prometheus> {
    const { binary, folder, port, target } = options;
    const config = join(folder, 'prometheus.yml');
    await writeFile(config, configOf(target));
    const child = spawn(
      binary,
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        '--storage.tsdb.retention.time=40d',
        `--web.listen-address=127.0.0.1:${port}`,
        '--web.enable-lifecycle',
        '--log.level=error',
      ],
      { stdio: 'ignore' },
    );
    const prometheus = new Prometheus(child, folder, port, target);
    try {
      await prometheus.ready();
    } catch (error) {
      await prometheus.stop();
      throw error;
    }
    return prometheus;
  }

  /** Takes up other rules, or none. */
  async useRules(rules: string | undefined, everySeconds: number) {
    const file = join(this.folder, 'rules.yml');
    if (rules) await writeFile(file, rules);
    await writeFile(
      join(this.folder, 'prometheus.yml'),
      configOf(this.target, rules ? { file, everySeconds } : undefined),
    );
    const answer = await fetch(this.url('/-/reload'), { method: 'POST' });
    if (!answer.ok) throw new Error(`Prometheus: ${await answer.text()}`);
  }

  /** Seconds of processor time used so far. */
  cpu(): number {
    return cpuOfTree(this.child.pid ?? 0);
  }

  /** Rules evaluated, and evaluations failed, by the groups there are. */
  async evaluations(): Promise<{ done: number; failed: number }> {
    const text = await (await fetch(this.url('/metrics'))).text();
    const sum = (name: string) =>
      text
        .split('\n')
        .filter(line => line.startsWith(`${name}{`))
        .reduce((all, line) => all + Number(line.split(' ').pop()), 0);
    return {
      done: sum('prometheus_rule_evaluations_total'),
      failed: sum('prometheus_rule_evaluation_failures_total'),
    };
  }

  /** The value of an instant query's only series. */
  async query(query: string): Promise<number> {
    const answer = await fetch(
      this.url(`/api/v1/query?query=${encodeURIComponent(query)}`),
    );
    const { data } = await answer.json();
    return Number(data?.result?.[0]?.value?.[1]);
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.pid === undefined) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const kill = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await exit;
    clearTimeout(kill);
  }

  private url(path: string) {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  private async ready() {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      if (this.child.exitCode !== null) {
        throw new Error(`Prometheus ended with ${this.child.exitCode}`);
      }
      const answer = await fetch(this.url('/-/ready')).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(200);
    }
    throw new Error('Prometheus was not ready within a minute');
  }
}

function configOf(
  target: string,
  rules?: { file: string; everySeconds: number },
): string {
  return stringify({
    global: {
      scrape_interval: `${scrapeSeconds}s`,
      evaluation_interval: `${rules?.everySeconds ?? 60}s`,
    },
    rule_files: rules ? [rules.file] : [],
    scrape_configs: [
      {
        job_name: scrapeLabels.job,
        static_configs: [
          { targets: [target], labels: { instance: scrapeLabels.instance } },
        ],
      },
    ],
  });
}
