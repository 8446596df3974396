import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Program } from '../programs/Program';
import { alertRules } from './alertRules';

/** How often the services are scraped and the rules evaluated, seconds. */
export const scrapeSeconds = 5;

export interface PrometheusOptions {
  binary: string;
  /** Configuration, data and log go here. */
  folder: string;
  port: number;
  /** What to scrape, and the `instance` it is known by. */
  targets: { instance: string; address: string }[];
  /** Host and port of the Alertmanager that hears of alerts. */
  alertmanager?: string;
}

/** A real Prometheus on loopback that scrapes the fleet. */
export class Prometheus {
  private constructor(
    readonly url: string,
    private readonly program: Program,
  ) {}

  static dataFolder(folder: string) {
    return join(folder, 'data');
  }

  /** Starts it and waits until it answers queries. */
  static async start(options: PrometheusOptions): Promise<Prometheus> {
    const { binary, folder, port, targets, alertmanager } = options;
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'prometheus.yml');
    await writeFile(join(folder, 'alerts.yml'), stringify(alertRules));
    await writeFile(
      file,
      stringify({
        global: {
          scrape_interval: `${scrapeSeconds}s`,
          scrape_timeout: '4s',
          evaluation_interval: `${scrapeSeconds}s`,
        },
        ...(alertmanager && {
          rule_files: ['alerts.yml'],
          alerting: {
            alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }],
          },
        }),
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
    const address = `127.0.0.1:${port}`;
    const url = `http://${address}`;
    const program = await Program.start({
      name: 'Prometheus',
      binary,
      args: [
        `--config.file=${file}`,
        `--storage.tsdb.path=${Prometheus.dataFolder(folder)}`,
        '--storage.tsdb.retention.time=40d',
        `--web.listen-address=${address}`,
        '--log.level=warn',
      ],
      logFile: join(folder, 'prometheus.log'),
      readyUrl: `${url}/-/ready`,
    });
    return new Prometheus(url, program);
  }

  /** Called when it ends without having been told to. */
  onFailure(listener: () => void) {
    this.program.onFailure(listener);
  }

  /** Ends it, and waits until its data is on disk. */
  stop() {
    return this.program.stop();
  }
}
