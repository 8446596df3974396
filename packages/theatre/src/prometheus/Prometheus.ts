import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { stringify } from 'yaml';

/** How often the services are scraped, seconds. */
export const scrapeSeconds = 5;

/** Prometheus replays its log before it answers; after a crash that takes a while. */
const readyWithinMs = 60_000;

export interface PrometheusOptions {
  binary: string;
  /** Configuration, data and log go here. */
  folder: string;
  port: number;
  /** What to scrape, and the `instance` it is known by. */
  targets: { instance: string; address: string }[];
}

/** A real Prometheus on loopback that scrapes the fleet. */
export class Prometheus {
  private stopping = false;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static dataFolder(folder: string) {
    return join(folder, 'data');
  }

  /** Starts it and waits until it answers queries. */
  static async start(options: PrometheusOptions): Promise<Prometheus> {
    const { binary, folder, port, targets } = options;
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'prometheus.yml');
    await writeFile(
      file,
      stringify({
        global: {
          scrape_interval: `${scrapeSeconds}s`,
          scrape_timeout: '4s',
        },
        scrape_configs: [
          {
            job_name: 'theatre',
            static_configs: targets.map(({ instance, address }) => ({
              targets: [address],
              labels: { instance },
            })),
          },
        ],
      }),
    );
    const logFile = join(folder, 'prometheus.log');
    const log = await open(logFile, 'w');
    const address = `127.0.0.1:${port}`;
    const child = spawn(
      binary,
      [
        `--config.file=${file}`,
        `--storage.tsdb.path=${Prometheus.dataFolder(folder)}`,
        '--storage.tsdb.retention.time=40d',
        `--web.listen-address=${address}`,
        '--log.level=warn',
      ],
      // A group of its own: Ctrl-C in a terminal is for the theatre, which stops this last.
      { stdio: ['ignore', log.fd, log.fd], detached: true },
    );
    await log.close();
    const prometheus = new Prometheus(`http://${address}`, child);
    try {
      await prometheus.ready();
    } catch (error) {
      await prometheus.stop();
      throw new ServiceUnavailableError(
        `Prometheus did not start; see ${logFile}`,
        error,
      );
    }
    return prometheus;
  }

  /** Called when it ends without having been told to. */
  onFailure(listener: () => void) {
    this.child.once('exit', () => {
      if (!this.stopping) listener();
    });
  }

  /** Ends it, and waits until its data is on disk. */
  async stop() {
    this.stopping = true;
    if (this.ended) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const kill = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
    await exit;
    clearTimeout(kill);
  }

  private get ended() {
    const { pid, exitCode, signalCode } = this.child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  private async ready() {
    const failure = new Promise<never>((_resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('exit', code =>
        reject(new Error(`It ended with ${code}`)),
      );
    });
    failure.catch(() => {});
    const deadline = Date.now() + readyWithinMs;
    while (Date.now() < deadline) {
      const answer = fetch(`${this.url}/-/ready`).catch(() => undefined);
      const response = await Promise.race([answer, failure]);
      if (response?.ok) return;
      await Promise.race([sleep(200), failure]);
    }
    throw new Error('It was not ready within a minute');
  }
}
