import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Refs in one batched read; more make a request too long for some proxies' patience. */
const batch = 200;
const page = 500;
/** How often it looks whether it is time: soon again after a failure. */
const tickSeconds = 5;

/** @public */
export interface CatalogIndexOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** In lower case. */
  kinds: string[];
  /** Of the task that follows the catalog. */
  taskId: string;
  /** Between two looks at the catalog, in ms; 30,000 by default. */
  intervalMs?: number;
  now?: () => number;
}

/**
 * Told after the catalog has changed, of what is new or different and what is gone.
 *
 * @public
 */
export type CatalogListener = (
  changed: string[],
  removed: string[],
) => Promise<void>;

/**
 * Entities of some kinds, in memory on every replica: a look reads the etags, then whole only what
 * changed. While the catalog cannot be reached all stays as it was. What a listener fails at it is told
 * again with the next look.
 *
 * @public
 */
export class CatalogIndex {
  private readonly known = new Map<string, Entity>();
  private readonly etags = new Map<string, string>();
  private readonly listeners: CatalogListener[] = [];
  private lookedAt?: number;
  private failing = false;
  private looking?: Promise<void>;

  private constructor(private readonly options: CatalogIndexOptions) {}

  static create(options: CatalogIndexOptions): CatalogIndex {
    return new CatalogIndex(options);
  }

  /** Whether the catalog has been read since the start. */
  get loaded(): boolean {
    return this.lookedAt !== undefined;
  }

  entities(): Entity[] {
    return [...this.known.values()];
  }

  get(entityRef: string): Entity | undefined {
    return this.known.get(entityRef);
  }

  onChange(listener: CatalogListener): void {
    this.listeners.push(listener);
  }

  async start(scheduler: SchedulerService): Promise<void> {
    const { intervalMs = 30_000, now = Date.now, taskId } = this.options;
    await scheduler.scheduleTask({
      id: taskId,
      frequency: { seconds: tickSeconds },
      timeout: { minutes: 10 },
      scope: 'local',
      fn: async () => {
        if (this.lookedAt === undefined || now() - this.lookedAt >= intervalMs)
          await this.refresh();
      },
    });
  }

  /** Looks at the catalog now. What fails is logged once, until it works again; never throws. */
  async refresh(): Promise<void> {
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    await this.looking;
  }

  private async look(): Promise<void> {
    const { logger, now = Date.now } = this.options;
    try {
      await this.read();
      this.lookedAt = now();
      if (this.failing) logger.info('The catalog can be read again');
      this.failing = false;
    } catch (error) {
      if (!this.failing)
        logger.warn(
          `Cannot read the catalog, going on with ${
            this.known.size
          } entities known: ${stringifyError(error)}`,
        );
      this.failing = true;
    }
  }

  private async read(): Promise<void> {
    const { catalog } = this.options;
    const there = await this.readEtags();
    const changed = [...there].flatMap(([ref, etag]) =>
      etag === '' || this.etags.get(ref) !== etag ? ref : [],
    );
    const removed = [...this.etags.keys()].filter(ref => !there.has(ref));
    const entities: Entity[] = [];
    for (let at = 0; at < changed.length; at += batch) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: changed.slice(at, at + batch) },
        await this.credentials(),
      );
      for (const entity of items) if (entity) entities.push(entity);
    }
    if (!entities.length && !removed.length) return;
    for (const ref of removed) this.known.delete(ref);
    for (const entity of entities)
      this.known.set(stringifyEntityRef(entity), entity);
    const refs = entities.map(entity => stringifyEntityRef(entity));
    for (const listener of this.listeners) await listener(refs, removed);
    // Afterwards, so that what failed is tried again.
    for (const entity of entities)
      this.etags.set(stringifyEntityRef(entity), entity.metadata.etag ?? '');
    for (const ref of removed) this.etags.delete(ref);
  }

  private async readEtags(): Promise<Map<string, string>> {
    const pages = this.options.catalog.streamEntities(
      {
        filter: { kind: this.options.kinds },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.etag',
        ],
        pageSize: page,
      },
      await this.credentials(),
    );
    const found = new Map<string, string>();
    for await (const entities of pages)
      for (const entity of entities)
        found.set(stringifyEntityRef(entity), entity.metadata.etag ?? '');
    return found;
  }

  private async credentials() {
    const { auth } = this.options;
    return { credentials: await auth.getOwnServiceCredentials() };
  }
}
