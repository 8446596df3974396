import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { Alertmanager } from './alertmanager/Alertmanager';
import { startControl } from './control/createControl';
import { Fleet } from './fleet/Fleet';
import { serviceNames, type ServiceName } from './fleet/services';
import { LoadGenerator } from './load/LoadGenerator';
import { instanceOf } from './past/OpenMetricsWriter';
import type { SimulatedSpan } from './past/writeBlocks';
import { Platform } from './platform/Platform';
import { Portal } from './portal/Portal';
import { Shipper, type Way } from './portal/Shipper';
import { findPorts, type Ports } from './ports';
import { findPrograms, type Programs } from './programs/findPrograms';
import { preparePast } from './prometheus/preparePast';
import { Prometheus } from './prometheus/Prometheus';
import { pastUntil, pushPast } from './push/pushPast';
import { Pusher } from './push/Pusher';
import { Slack, slackChannels } from './slack';
import { findState, removeState, writeState } from './state';

/** @public */
export interface TheatreOptions {
  /** Folder that the theatre may fill; kept between runs. */
  data: string;
  /** First of thirteen ports in a row; the next free thirteen are taken when these are not. */
  basePort?: number;
  /** Days of simulated past. Default: 30. */
  days?: number;
  /** `false` pushes even where a Prometheus could be started. */
  prometheus?: boolean;
  /** The portal's backend, to mark the past or to push to. */
  portal?: { url: string; token: string };
  log?(line: string): void;
}

/** The demo fleet, its buyers and what measures it. @public */
export class Theatre {
  /** Settles when the past is there and live measurement runs. */
  readonly measured: Promise<void>;
  private readonly stopping = new AbortController();
  private load: LoadGenerator | undefined;
  private prometheus: Prometheus | undefined;
  private alertmanager: Alertmanager | undefined;
  private pusher: Pusher | undefined;
  private portal: Portal | undefined;
  private telling: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: TheatreOptions,
    private readonly fleet: Fleet,
    private readonly platform: Platform,
    private readonly channels: Slack,
    private readonly control: { url: string; stop(): Promise<void> },
    private readonly ports: Ports,
    private readonly binaries: Programs | undefined,
  ) {
    this.measured = this.measure();
    this.measured.catch(() => {});
  }

  /** Starts services and control API at once; the past is made behind it (`measured`). */
  static async start(options: TheatreOptions): Promise<Theatre> {
    const running = await findState(options.data);
    if (running) {
      throw new ConflictError(
        `A theatre is running already with its data in ${options.data}, process ${running.pid}; stop it first, or use another folder`,
      );
    }
    const ports = await findPorts(options.basePort ?? 8710);
    const fleet = await Fleet.start({ port: ports.service });
    let platform: Platform | undefined;
    let slack: Slack | undefined;
    try {
      platform = await Platform.start({
        port: ports.kubernetes,
        onPods: (service, pods) => fleet.get(service).run(pods),
      });
      const binaries =
        options.prometheus === false ? undefined : findPrograms();
      const started = platform;
      slack = await Slack.start({ port: ports.slack });
      const told = slack;
      const control = await startControl({
        fleet,
        ship: (service, version) => started.ship(service, version),
        ...(options.portal && {
          shipByPortal: shipping(Shipper.create(options.portal)),
        }),
        messages: () => told.messages(),
        port: ports.control,
      });
      await writeState(options.data, {
        pid: process.pid,
        control: control.url,
        ...(binaries && { prometheus: prometheusUrl(ports) }),
      });
      return new Theatre(
        options,
        fleet,
        platform,
        slack,
        control,
        ports,
        binaries,
      );
    } catch (error) {
      await slack?.stop();
      await platform?.stop();
      await fleet.stop();
      throw error;
    }
  }

  get controlUrl() {
    return this.control.url;
  }

  /** The Kubernetes that the fleet runs on, and a token for it. */
  get kubernetes(): { url: string; token: string } {
    const { url, token } = this.platform;
    return { url, token };
  }

  /** Where portals post to, on loopback: the Web API, a bot's token, a conversation. */
  get slack(): { url: string; token: string; channel: string } {
    const { url, token } = this.channels;
    return { url, token, channel: slackChannels.remediation };
  }

  /** The address of its Prometheus, or undefined where the services push. */
  get prometheusUrl(): string | undefined {
    return this.binaries && prometheusUrl(this.ports);
  }

  get measuredBy(): 'prometheus' | 'push' {
    return this.binaries ? 'prometheus' : 'push';
  }

  /** Stops everything it started, and waits for it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.measured.catch(() => {});
    await this.telling;
    this.load?.stop();
    this.pusher?.stop();
    await Promise.all([
      this.prometheus?.stop(),
      this.alertmanager?.stop(),
      this.control.stop(),
      this.platform.stop(),
      this.channels.stop(),
      this.fleet.stop(),
    ]);
    await removeState(this.options.data);
  }

  private async measure() {
    const { signal } = this.stopping;
    const span = this.binaries
      ? await this.startPrometheus(this.binaries)
      : undefined;
    signal.throwIfAborted();
    this.load = LoadGenerator.start({ peers: this.fleet.peers });
    this.log('the fleet is serving buyers');
    const { portal: access } = this.options;
    if (!access) return;
    this.portal = Portal.create({ ...access, signal });
    this.telling = this.tell(this.portal, span).catch(error => {
      if (!signal.aborted)
        this.log(`could not tell the portal about the past: ${error}`);
    });
  }

  private async startPrometheus(binaries: Programs) {
    const folder = join(this.options.data, 'prometheus');
    const span = await preparePast({
      promtool: binaries.promtool,
      folder,
      days: this.options.days,
      log: line => this.log(line),
      signal: this.stopping.signal,
    });
    this.stopping.signal.throwIfAborted();
    this.alertmanager = await this.startAlertmanager(binaries);
    this.prometheus = await Prometheus.start({
      binary: binaries.prometheus,
      folder,
      port: this.ports.prometheus,
      targets: serviceNames.map(name => ({
        instance: instanceOf(name),
        address: new URL(this.fleet.get(name).url).host,
      })),
      alertmanager: this.alertmanager?.address,
    });
    this.prometheus.onFailure(() =>
      this.log(
        `Prometheus ended, so nothing is measured; see the log in ${folder}, then start again`,
      ),
    );
    this.log(`Prometheus scrapes the fleet: ${this.prometheus.url}`);
    return span;
  }

  /** Without a portal nobody would hear of alerts. */
  private async startAlertmanager({ alertmanager: binary }: Programs) {
    const { portal, data } = this.options;
    if (!portal || !binary) return undefined;
    const folder = join(data, 'alertmanager');
    const started = await Alertmanager.start({
      binary,
      folder,
      port: this.ports.alertmanager,
      portal,
    });
    started.onFailure(() =>
      this.log(
        `Alertmanager ended, so the portal hears of no alerts; see the log in ${folder}, then start again`,
      ),
    );
    this.log(`Alertmanager tells the portal: http://${started.address}`);
    return started;
  }

  /** Once the portal knows the fleet: the past is marked as simulated, or pushed and marked. */
  private async tell(portal: Portal, scraped: SimulatedSpan | undefined) {
    const entities = [
      ...serviceNames.map(name => `component:default/${name}`),
      'system:default/shopping',
    ];
    await portal.knows(entities);
    const span = scraped ?? (await this.push(portal));
    for (const entityRef of entities) {
      await portal.markSimulated(entityRef, span);
    }
    this.log('the simulated past is marked as such in the portal');
  }

  /** Pushes the past, once for a data folder, then live minutes from where it ends. */
  private async push(portal: Portal): Promise<SimulatedSpan> {
    const { fleet, stopping } = this;
    const log = (line: string) => this.log(line);
    const file = join(this.options.data, 'pushed.json');
    const known = await readFile(file, 'utf8').catch(() => undefined);
    const span: SimulatedSpan = known
      ? JSON.parse(known)
      : pastUntil(Date.now() / 1000, this.options.days);
    if (!known) {
      log('pushing the simulated past to the portal (a minute or two)');
      await pushPast({ portal, span, log });
      await writeFile(file, JSON.stringify(span));
    }
    stopping.signal.throwIfAborted();
    const since = known ? Math.floor(Date.now() / 60_000) + 1 : span.to / 60;
    this.pusher = Pusher.start({ fleet, portal, since, log });
    return span;
  }

  private log(line: string) {
    this.options.log?.(line);
  }
}

function shipping(shipper: Shipper) {
  return (service: ServiceName, release: string, way: Way) =>
    shipper.ship(service, release, way);
}

function prometheusUrl(ports: Ports) {
  return `http://127.0.0.1:${ports.prometheus}`;
}
