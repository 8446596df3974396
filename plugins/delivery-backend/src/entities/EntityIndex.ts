import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityHints } from '@ghostlight/plugin-delivery-node';
import { belongingOf, CatalogIndex } from '@ghostlight/reliability-node';
import type { Belonging, EntityFinder } from '../changes';
import { Lookup } from './Lookup';

/** Kinds that changes may be of. */
const kinds = ['component', 'resource', 'system', 'api'];

export interface EntityIndexOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Between two looks at the catalog, in ms; 30,000 by default. */
  intervalMs?: number;
  now?: () => number;
}

/** Told after the catalog has changed, of what is new or different. */
export type EntityListener = (changed: string[]) => Promise<void>;

/** The entities of the catalog that changes may be of, and the component that a sender means. */
export class EntityIndex implements EntityFinder {
  private readonly listeners: EntityListener[] = [];
  private lookup = Lookup.of([]);
  private all: Entity[] = [];

  private constructor(
    private readonly catalog: CatalogIndex,
    private readonly logger: LoggerService,
  ) {}

  static create(options: EntityIndexOptions): EntityIndex {
    const catalog = CatalogIndex.create({
      ...options,
      kinds,
      taskId: 'delivery-entities',
    });
    const index = new EntityIndex(catalog, options.logger);
    catalog.onChange(changed => index.take(changed));
    return index;
  }

  /** Whether the catalog has been read since the start. */
  get loaded(): boolean {
    return this.catalog.loaded;
  }

  /** Components, as the catalog has them. */
  entities(): Entity[] {
    return this.all;
  }

  get(entityRef: string): Entity | undefined {
    return this.catalog.get(entityRef);
  }

  find(hints: EntityHints): string | undefined {
    return this.lookup.find(hints);
  }

  belongingOf(entityRef: string): Belonging | undefined {
    const entity = this.catalog.get(entityRef);
    return entity && belongingOf(entity);
  }

  onChange(listener: EntityListener): void {
    this.listeners.push(listener);
  }

  start(scheduler: SchedulerService): Promise<void> {
    return this.catalog.start(scheduler);
  }

  /** Looks at the catalog now; never throws. */
  refresh(): Promise<void> {
    return this.catalog.refresh();
  }

  private async take(changed: string[]): Promise<void> {
    this.all = this.catalog
      .entities()
      .filter(({ kind }) => kind.toLowerCase() === 'component');
    this.lookup = Lookup.of(this.all);
    for (const listener of this.listeners)
      await listener(changed).catch(error =>
        this.logger.warn(
          `Could not bring changes in line with the catalog: ${stringifyError(
            error,
          )}`,
        ),
      );
  }
}
