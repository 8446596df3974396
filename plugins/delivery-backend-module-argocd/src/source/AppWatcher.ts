import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { timeOf, type Application } from '../argo/Application';
import type { ArgoClient } from '../argo/ArgoClient';
import { nameOf, Revisions } from '../argo/Revisions';
import { mainImage } from '../describe/images';
import type { Memory, Told } from './Memory';
import { askedOf, reportOf, syncsOf, type Known, type Sync } from './reportsOf';

/** A stream is left after so long, and the list read again: events may get lost on the way. */
const streamMs = 5 * 60_000;
/** Applications that are asked for at the same time. */
const atOnce = 4;

export interface AppWatcherOptions {
  client: ArgoClient;
  memory: Memory;
  logger: LoggerService;
  several: boolean;
  record(reports: ChangeReport[]): Promise<void>;
  /** Undefined: all is well. */
  health(problem: string | undefined, note?: string): void;
}

/** Tells what one Argo CD synchronises: reads the list, then follows the stream, or looks at the list again. */
export class AppWatcher {
  private readonly revisions: Revisions;

  private constructor(private readonly options: AppWatcherOptions) {
    this.revisions = Revisions.create({ client: options.client });
  }

  static create(options: AppWatcherOptions): AppWatcher {
    return new AppWatcher(options);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { client, health } = this.options;
    let note: string | undefined;
    while (!signal.aborted) {
      const begun = performance.now();
      try {
        const version = await this.lookThrough(signal);
        health(undefined, note);
        note = await this.follow(version, signal);
      } catch (error) {
        if (signal.aborted) return;
        health((error as Error).message);
      }
      const { pollMs } = client.instance;
      // After a stream that held for long the list is read at once.
      if (performance.now() - begun > pollMs) continue;
      await sleep(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Reads the light list, and of what differs from what was told the whole. */
  private async lookThrough(signal: AbortSignal): Promise<string | undefined> {
    const { client, memory } = this.options;
    const { apps, resourceVersion } = await client.list(
      { light: true },
      signal,
    );
    memory.keep(
      client.instance.name,
      new Set(apps.map(app => this.keyOf(app))),
    );
    const news = apps.filter(app => !this.isTold(app));
    for (let at = 0; at < news.length; at += atOnce)
      await Promise.all(
        news.slice(at, at + atOnce).map(async app => {
          const whole = await client.find(nameOf(app), signal);
          if (whole) await this.tell(whole, signal);
        }),
      );
    return resourceVersion;
  }

  /** @returns why there is no stream */
  private async follow(
    resourceVersion: string | undefined,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { client, logger } = this.options;
    const limit = AbortSignal.timeout(streamMs);
    const both = AbortSignal.any([signal, limit]);
    const events = client.follow(resourceVersion, both);
    while (!signal.aborted) {
      let app: Application;
      try {
        const next = await events.next();
        if (next.done) return undefined;
        app = next.value;
      } catch (error) {
        if (both.aborted) return undefined;
        const { name, pollMs } = client.instance;
        logger.debug(`The stream of Argo CD ${name} broke: ${error}`);
        return `${name}: looking every ${pollMs / 1000} s, there is no stream`;
      }
      await this.tell(app, signal);
    }
    return undefined;
  }

  /** From when and how the last synchronisation is. */
  private isTold({ metadata, status }: Application): boolean {
    const told = this.options.memory.get(this.keyOf({ metadata }));
    const { operationState } = status;
    const startedAt = timeOf(operationState?.startedAt);
    if (startedAt === undefined) return told !== undefined;
    return (
      told?.startedAt === startedAt && told.phase === operationState?.phase
    );
  }

  private async tell(app: Application, signal: AbortSignal): Promise<void> {
    const { client, memory, several, record } = this.options;
    const key = this.keyOf(app);
    const told = memory.get(key);
    const syncs = syncsOf(app);
    const last = syncs.at(-1);
    const isDue = !this.isTold(app) || (told && !told.sure && isSettled(app));
    if (!isDue) return;
    const news = told
      ? syncs.filter(sync => sync === last || sync.startedAt > told.startedAt)
      : syncs;
    const known = last && (await this.know(app, last, signal));
    const reports = news.map(sync =>
      reportOf({
        client,
        several,
        app,
        sync,
        ...(sync === last && { known }),
      }),
    );
    signal.throwIfAborted();
    if (reports.length) await record(reports);
    memory.set(key, now(app, last, known));
  }

  private async know(
    app: Application,
    sync: Sync,
    signal: AbortSignal,
  ): Promise<Known> {
    const row = askedOf(app, sync);
    const [image, note] = await Promise.all([
      this.revisions.image({ app, row }, signal),
      this.revisions.note({ app, row }, signal),
    ]);
    return { image: image ?? imageOf(app), note };
  }

  private keyOf({ metadata }: Pick<Application, 'metadata'>): string {
    const { instance } = this.options.client;
    return `${instance.name}/${metadata.namespace}/${metadata.name}`;
  }
}

/** The summary lists what runs only once the application was looked at after its synchronisation. */
function isSettled({ status }: Application): boolean {
  const finished = timeOf(status.operationState?.finishedAt);
  const reconciled = timeOf(status.reconciledAt);
  return (
    finished !== undefined && reconciled !== undefined && reconciled > finished
  );
}

function imageOf(app: Application): string | undefined {
  return isSettled(app)
    ? mainImage(app.status.summary.images ?? [], app.metadata.name)
    : undefined;
}

function now(
  app: Application,
  last: Sync | undefined,
  known: Known | undefined,
): Told {
  const { operationState } = app.status;
  return {
    startedAt: timeOf(operationState?.startedAt) ?? last?.startedAt ?? 0,
    phase: operationState?.phase ?? '',
    sure: known?.image !== undefined || isSettled(app) || !last,
  };
}
