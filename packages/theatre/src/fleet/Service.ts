import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { fastSeconds, type Route, type ServiceSpec } from './services';
import { drawLatency } from './latency';
import type { Peers } from './Peers';
import { createRandom, type Random } from './random';
import { ServiceMetrics } from './ServiceMetrics';
import { Tally } from './Tally';
import { versionEffects, type Version } from './versions';

/** A leaking version holds at most this much, then falls over and starts anew. */
const leakLimit = 48 * 1024 * 1024;

const sleep = (seconds: number) =>
  new Promise<void>(resolve => setTimeout(resolve, seconds * 1000));

export interface ServiceOptions {
  spec: ServiceSpec;
  port: number;
  peers: Peers;
  seed: number;
}

/** One HTTP service of the fleet, on loopback. */
export class Service {
  readonly tally = new Tally();
  private readonly metrics: ServiceMetrics;
  private readonly random: Random;
  private readonly served = new Map<Route, number>();
  private version: Version = 'good';
  private addedSeconds = 0;
  private inFlight = 0;
  private leaked: Buffer[] = [];
  private server: Server | undefined;

  private constructor(private readonly options: ServiceOptions) {
    this.random = createRandom(options.seed);
    this.metrics = ServiceMetrics.create(options.spec, {
      saturation: () => this.saturation(),
      quality: () => this.quality(),
    });
    this.metrics.running(versionEffects.good.release);
  }

  static async start(options: ServiceOptions): Promise<Service> {
    const service = new Service(options);
    await service.listen();
    return service;
  }

  get name() {
    return this.options.spec.name;
  }

  get url() {
    const { port } = this.server!.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get state() {
    return {
      version: this.version,
      release: versionEffects[this.version].release,
      addedLatencyMs: Math.round(this.addedSeconds * 1000),
      saturation: this.saturation(),
    };
  }

  /** Ships a version; whatever an older one held or was given is gone. */
  ship(version: Version) {
    this.version = version;
    this.addedSeconds = 0;
    this.leaked = [];
    this.metrics.running(versionEffects[version].release);
  }

  addLatency(seconds: number) {
    this.addedSeconds = seconds;
  }

  async stop() {
    const server = this.server;
    if (!server) return;
    this.server = undefined;
    await new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  private listen() {
    const app = express().disable('x-powered-by');
    app.get('/metrics', async (_request, response) => {
      response.type(this.metrics.registry.contentType);
      response.send(await this.metrics.registry.metrics());
    });
    app.get('/healthz', (_request, response) => {
      response.json({ service: this.name, ...this.state });
    });
    for (const route of this.options.spec.routes) {
      const method = route.method === 'GET' ? 'get' : 'post';
      app[method](route.path, async (_request, response) => {
        const started = process.hrtime.bigint();
        this.inFlight += 1;
        const code = await this.handle(route);
        this.inFlight -= 1;
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        this.metrics.answered(route, code, seconds);
        const ok = code < 500;
        this.tally.record(Date.now(), {
          ok,
          fast: ok && seconds <= fastSeconds,
        });
        response
          .status(code)
          .json({ service: this.name, release: this.state.release });
      });
    }
    const server = createServer(app);
    this.server = server;
    return new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.options.port, '127.0.0.1', () => resolve());
    });
  }

  /** Does the route's work and answers the status code. */
  private async handle(route: Route): Promise<number> {
    const effect = versionEffects[this.version];
    const own =
      drawLatency(route.latency, this.random) *
      effect.latencyFactor *
      (1 + 4 * this.leakRatio() ** 2);
    await sleep(own + this.addedSeconds);
    if (this.name === 'recommendations') {
      this.metrics.generated(40 + Math.floor(this.random() * 80), own / 3);
    }
    if (this.hold(effect.leak)) return 503;
    if (this.random() < this.options.spec.failureShare + effect.failureShare) {
      return 500;
    }
    const turn = (this.served.get(route) ?? 0) + 1;
    this.served.set(route, turn);
    for (const call of route.calls) {
      if (turn % (call.every ?? 1) !== 0) continue;
      const answered = await this.options.peers.call(call.service, call.route);
      if (!answered && call.required) return 502;
    }
    return 200;
  }

  /** Keeps memory as a leak does. True when there is no more to have: all is dropped, as by a restart. */
  private hold(bytes: number): boolean {
    if (!bytes) return false;
    if (this.leakRatio() >= 1) {
      this.leaked = [];
      return true;
    }
    this.leaked.push(Buffer.alloc(bytes, 1));
    return this.leakRatio() > 0.8 && this.random() < 0.3;
  }

  private leakRatio() {
    const bytes = this.leaked.length * versionEffects.leaking.leak;
    return Math.min(1, bytes / leakLimit);
  }

  private saturation() {
    return Math.min(
      1,
      Math.max(this.inFlight / this.options.spec.capacity, this.leakRatio()),
    );
  }

  private quality() {
    return versionEffects[this.version].quality + (this.random() - 0.5) * 0.04;
  }
}
