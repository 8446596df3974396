import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogGraph } from './CatalogGraph';
import { graphFields, graphKinds } from './kinds';

/** Refs in one batched read; more make a request too long for some proxies' patience. */
const batch = 200;
const page = 500;
/** How often it looks whether it is time: soon again after a failure. */
const tickSeconds = 5;
/** For so long after the start a catalog that still fills is looked at with each tick. */
const fillsForMs = 5 * 60_000;

export interface GraphFollowerOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  scheduler: SchedulerService;
  /** Between two looks at the catalog, in ms. Default 30,000; the least is 5,000. */
  intervalMs?: number;
  /** Told after the graph has changed. */
  onChange?: (changed: string[], removed: string[]) => void;
  now?: () => number;
}

/**
 * Keeps a graph as the catalog has it, on every replica: a look reads the etags, then whole only
 * what changed. While the catalog cannot be reached the graph stays as it was, empty at first.
 */
export class GraphFollower {
  readonly graph = CatalogGraph.create();
  /** Settles after the first look, whether or not the catalog answered; never rejects. */
  readonly ready: Promise<void>;

  private readonly etags = new Map<string, string>();
  private lookedAt?: number;
  private startedAt?: number;
  /** Whether the last look found anything new. */
  private changed = false;
  private failing = false;
  private looking?: Promise<void>;
  private settle!: () => void;

  private constructor(private readonly options: GraphFollowerOptions) {
    this.ready = new Promise(resolve => {
      this.settle = resolve;
    });
  }

  static create(options: GraphFollowerOptions): GraphFollower {
    return new GraphFollower(options);
  }

  /** Whether the catalog has been read since the start. */
  get loaded(): boolean {
    return this.lookedAt !== undefined;
  }

  async start(): Promise<void> {
    const { scheduler, intervalMs = 30_000, now = Date.now } = this.options;
    await scheduler.scheduleTask({
      id: 'incidents-graph',
      frequency: { seconds: tickSeconds },
      timeout: { minutes: 10 },
      scope: 'local',
      fn: async () => {
        this.startedAt ??= now();
        const fills = this.changed && now() - this.startedAt < fillsForMs;
        if (
          fills ||
          this.lookedAt === undefined ||
          now() - this.lookedAt >= intervalMs
        )
          await this.refresh();
      },
    });
  }

  /** Looks at the catalog now. What fails is logged once, until it works again. */
  async refresh(): Promise<void> {
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
      this.settle();
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
            this.graph.size
          } entities known: ${stringifyError(error)}`,
        );
      this.failing = true;
    }
  }

  private async read(): Promise<void> {
    const { catalog, onChange, logger } = this.options;
    const there = await this.readEtags();
    const changed = [...there].flatMap(([ref, etag]) =>
      etag === '' || this.etags.get(ref) !== etag ? ref : [],
    );
    const removed = [...this.etags.keys()].filter(ref => !there.has(ref));
    const first = this.etags.size === 0;
    const entities: Entity[] = [];
    for (let at = 0; at < changed.length; at += batch) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: changed.slice(at, at + batch), fields: graphFields },
        await this.credentials(),
      );
      for (const entity of items) if (entity) entities.push(entity);
    }
    this.changed = entities.length > 0 || removed.length > 0;
    if (!this.changed) return;
    this.graph.replace(entities);
    this.graph.remove(removed);
    for (const entity of entities)
      this.etags.set(stringifyEntityRef(entity), entity.metadata.etag ?? '');
    for (const ref of removed) this.etags.delete(ref);
    if (first) logger.info(`The graph has ${this.graph.size} entities`);
    onChange?.(entities.map(stringifyEntityRef), removed);
  }

  private async readEtags(): Promise<Map<string, string>> {
    const pages = this.options.catalog.streamEntities(
      {
        filter: { kind: graphKinds },
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
