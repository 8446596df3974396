import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/process';
import { Prometheus } from './Prometheus';
import { type RulesVariant, rulesPerObjective, slothRules } from './slothRules';
import { scrapeSeconds, Traffic } from './Traffic';
import { writePast } from './writePast';

/** Seconds between evaluations while measuring; the cost of one does not depend on it. */
const everySeconds = 5;

/** What evaluating one objective's rules once costs a Prometheus. */
export interface RulesCost {
  cpuSeconds: number;
  /** Objective evaluations that were measured. */
  evaluations: number;
}

/**
 * What people do today: a Prometheus with 30 days of raw series that goes on scraping, and the
 * standard rules of a sample of objectives.
 */
export class RulesPeer {
  private constructor(
    private readonly prometheus: Prometheus,
    private readonly exporter: Server,
    private readonly timer: NodeJS.Timeout,
    private readonly services: string[],
  ) {}

  static async start(options: {
    prometheus: string;
    promtool: string;
    folder: string;
    objectives: number;
    days: number;
  }): Promise<RulesPeer> {
    const { promtool, folder, objectives, days } = options;
    const services = Array.from({ length: objectives }, (_, n) => `svc-${n}`);
    const traffic = Traffic.create(services);
    await mkdir(folder, { recursive: true });
    const dataFolder = join(folder, 'data');
    await writePast({ promtool, dataFolder, traffic, days });
    const exporter = createServer((_request, response) => {
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      const lines = traffic.series().map(([name, value]) => `${name} ${value}`);
      response.end(`# TYPE http_requests_total counter\n${lines.join('\n')}\n`);
    });
    await new Promise<void>(done => exporter.listen(0, '127.0.0.1', done));
    const timer = setInterval(() => traffic.step(), scrapeSeconds * 1000);
    const { port } = exporter.address() as AddressInfo;
    try {
      const prometheus = await Prometheus.start({
        binary: options.prometheus,
        folder,
        port: await freePort(),
        target: `127.0.0.1:${port}`,
      });
      return new RulesPeer(prometheus, exporter, timer, services);
    } catch (error) {
      clearInterval(timer);
      exporter.close();
      throw error;
    }
  }

  /** Processor time of the rules alone: with them, minus the same Prometheus scraping without. */
  async measure(seconds: number): Promise<Record<RulesVariant, RulesCost>> {
    const idle = await this.spend(undefined, seconds / 2);
    const cost = async (variant: RulesVariant): Promise<RulesCost> => {
      const rules = slothRules(this.services, variant);
      const busy = await this.spend(rules, seconds);
      if (busy.failed) throw new Error(`${busy.failed} evaluations failed`);
      const evaluations = busy.done / rulesPerObjective;
      const own = busy.cpu - (idle.cpu / idle.seconds) * busy.seconds;
      return { evaluations, cpuSeconds: own / evaluations };
    };
    const costs = {
      shipped: await cost('shipped'),
      exact: await cost('exact'),
    };
    await this.checkRecorded();
    await this.prometheus.useRules(undefined, everySeconds);
    return costs;
  }

  /** Rules that find no series cost nothing. */
  private async checkRecorded() {
    for (const window of ['5m', '3d', '30d']) {
      const found = await this.prometheus.query(
        `count(slo:sli_error:ratio_rate${window} >= 0)`,
      );
      if (found !== this.services.length) {
        throw new Error(
          `${found} of ${this.services.length} objectives have a ratio over ${window}`,
        );
      }
    }
  }

  async stop() {
    clearInterval(this.timer);
    this.exporter.closeAllConnections();
    this.exporter.close();
    await this.prometheus.stop();
  }

  private async spend(rules: string | undefined, seconds: number) {
    const { prometheus } = this;
    await prometheus.useRules(rules, everySeconds);
    // Groups start spread over one interval, and the first evaluation opens the blocks.
    await sleep((rules ? everySeconds + 1 : 2) * 1000);
    const before = {
      ...(await prometheus.evaluations()),
      cpu: prometheus.cpu(),
    };
    const started = Date.now();
    await sleep(seconds * 1000);
    const after = {
      ...(await prometheus.evaluations()),
      cpu: prometheus.cpu(),
    };
    return {
      done: after.done - before.done,
      failed: after.failed - before.failed,
      cpu: after.cpu - before.cpu,
      seconds: (Date.now() - started) / 1000,
    };
  }
}
