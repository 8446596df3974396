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
  async measure(variant: RulesVariant, seconds: number): Promise<RulesCost> {
    const { prometheus, services } = this;
    const idle = await this.spend(undefined, seconds / 2);
    const busy = await this.spend(slothRules(services, variant), seconds);
    await prometheus.useRules(undefined, everySeconds);
    if (busy.failed) throw new Error(`${busy.failed} evaluations failed`);
    const evaluations = busy.done / rulesPerObjective;
    return {
      evaluations,
      cpuSeconds:
        (busy.cpu - (idle.cpu / idle.seconds) * busy.seconds) / evaluations,
    };
  }

  /** The share of failed requests over a window, to see that the rules have data to work on. */
  recordedRatio(window: string): Promise<number> {
    return this.prometheus.query(
      `avg(slo:sli_error:ratio_rate${window} >= 0) and count(slo:sli_error:ratio_rate${window}) == ${this.services.length}`,
    );
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
    await sleep((everySeconds + 1) * 1000);
    const before = { ...(await prometheus.evaluations()), cpu: prometheus.cpu() };
    const started = Date.now();
    await sleep(seconds * 1000);
    const after = { ...(await prometheus.evaluations()), cpu: prometheus.cpu() };
    return {
      done: after.done - before.done,
      failed: after.failed - before.failed,
      cpu: after.cpu - before.cpu,
      seconds: (Date.now() - started) / 1000,
    };
  }
}
