import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import express from 'express';
import {
  fastSeconds,
  usualPods,
  type Route,
  type ServiceSpec,
} from './services';
import type { Client } from './Client';
import { drawLatency } from './latency';
import type { Peers } from './Peers';
import type { PodGroup } from './PodGroup';
import { Pods } from './Pods';
import { createRandom, type Random } from './random';
import { ServiceMetrics } from './ServiceMetrics';
import { Tally } from './Tally';
import { versionEffects, type Version } from './versions';

const sleep = (seconds: number) =>
  new Promise<void>(resolve => setTimeout(resolve, seconds * 1000));

export interface ServiceOptions {
  spec: ServiceSpec;
  port: number;
  peers: Peers;
  seed: number;
}

/** One HTTP service of the fleet, on loopback. Its pods take turns in answering, as chance has it. */
export class Service {
  readonly tally = new Tally();
  private readonly client: Client;
  private readonly metrics: ServiceMetrics;
  private readonly random: Random;
  private readonly served = new Map<Route, number>();
  /** Without a track first, then the most. */
  private pods: Pods[] = [];
  private addedSeconds = 0;
  private server: Server | undefined;

  private constructor(private readonly options: ServiceOptions) {
    this.client = options.peers.connect();
    this.random = createRandom(options.seed);
    this.metrics = ServiceMetrics.create(options.spec, {
      read: () =>
        this.pods.map(({ state, effect, saturation, cpu, memory }) => ({
          ...state,
          saturation,
          cpu,
          memory,
          quality: effect.quality + (this.random() - 0.5) * 0.04,
        })),
      client: this.client,
    });
    this.ship('good');
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

  /** Of the pods that have no track, where there are any; all of them are listed. */
  get state() {
    const [most] = this.pods;
    return {
      version: most?.version ?? 'good',
      release: most?.state.release ?? 'none',
      addedLatencyMs: Math.round(this.addedSeconds * 1000),
      saturation: Math.max(0, ...this.pods.map(({ saturation }) => saturation)),
      pods: this.pods.map(({ state }) => state),
    };
  }

  /** Has these pods answer from now on. What pods hold that stay is kept. */
  run(groups: PodGroup[]) {
    const before = this.state.release;
    this.pods = groups
      .map(group => {
        const pods =
          this.pods.find(known => known.isOf(group)) ??
          Pods.create(this.options.spec, group);
        pods.scale(group.ready);
        return pods;
      })
      .sort(
        ({ state: one }, { state: other }) =>
          Number(Boolean(one.track)) - Number(Boolean(other.track)) ||
          other.ready - one.ready,
      );
    // What an older release was given is gone with it.
    if (this.state.release !== before) this.addedSeconds = 0;
    this.metrics.running(groups);
  }

  /** Has all pods run a version at once. */
  ship(version: Version) {
    const { release } = versionEffects[version];
    this.run([{ track: '', release, ready: usualPods }]);
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
        const pods = this.pick();
        // As a Service does that leads nowhere.
        if (!pods) {
          response.status(503).json({ service: this.name, release: 'none' });
          return;
        }
        const started = process.hrtime.bigint();
        pods.load.begin();
        const code = await this.handle(route, pods);
        pods.load.end();
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        const { track, release } = pods.state;
        this.metrics.answered(route, track, code, seconds);
        const ok = code < 500;
        this.tally.record(Date.now(), {
          ok,
          fast: ok && seconds <= fastSeconds,
        });
        response.status(code).json({ service: this.name, release });
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
  private async handle(route: Route, pods: Pods): Promise<number> {
    const { effect } = pods;
    const own =
      drawLatency(route.latency, this.random) *
      effect.latencyFactor *
      (1 + 4 * pods.leakRatio ** 2);
    pods.work.begin();
    await sleep(own);
    pods.work.end();
    if (this.addedSeconds) await sleep(this.addedSeconds);
    if (this.name === 'recommendations') {
      const tokens = 40 + Math.floor(this.random() * 80);
      this.metrics.generated(pods.state.track, tokens, own / 3);
    }
    if (pods.hold(this.random)) return 503;
    if (this.random() < this.options.spec.failureShare + effect.failureShare) {
      return 500;
    }
    const turn = (this.served.get(route) ?? 0) + 1;
    this.served.set(route, turn);
    for (const call of route.calls) {
      if (turn % (call.every ?? 1) !== 0) continue;
      const answered = await this.client.call(call.service, call.route);
      if (!answered && call.required) return 502;
    }
    return 200;
  }

  /** Any of the ready pods, each as likely as the other. */
  private pick(): Pods | undefined {
    const ready = this.pods.reduce((sum, { state }) => sum + state.ready, 0);
    let turn = this.random() * ready;
    return this.pods.find(({ state }) => {
      turn -= state.ready;
      return turn < 0;
    });
  }
}
