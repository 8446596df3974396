import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import DataLoader from 'dataloader';
import { resolveRef } from './resolveRef';

/** Whose an entity is: full refs. */
export type Belonging = {
  owners: string[];
  systems: string[];
};

/** Catalog processing goes in rounds of minutes; within one an answer need not be fresher. */
const TTL_MS = 30_000;
const MAX_ENTRIES = 10_000;
const BATCH_SIZE = 200;

/**
 * Owners and systems of measured entities. Look-ups of entities that are processed at the same time
 * go out as one request, and what processing itself has just seen needs none.
 */
export class Belongings {
  readonly #loader: DataLoader<string, Belonging | undefined>;
  readonly #loadedAt = new Map<string, number>();
  readonly #now: () => number;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    now?: () => number;
  }) {
    return new Belongings(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    now?: () => number;
  }) {
    const { catalog, auth } = options;
    this.#now = options.now ?? Date.now;
    this.#loader = new DataLoader(
      async refs => {
        const { items } = await catalog.getEntitiesByRefs(
          {
            entityRefs: [...refs],
            fields: ['kind', 'metadata', 'spec', 'relations'],
          },
          { credentials: await auth.getOwnServiceCredentials() },
        );
        return items.map(item => (item ? belongingOf(item) : undefined));
      },
      {
        maxBatchSize: BATCH_SIZE,
        // Entities are processed side by side; a moment's wait makes one request of many.
        batchScheduleFn: callback => setTimeout(callback, 20),
      },
    );
  }

  /** Undefined when there is no such entity. Throws when the catalog cannot answer. */
  async get(ref: string): Promise<Belonging | undefined> {
    const loadedAt = this.#loadedAt.get(ref);
    if (loadedAt === undefined || this.#now() - loadedAt > TTL_MS) {
      this.#forget(ref);
      this.#remember(ref);
    }
    try {
      return await this.#loader.load(ref);
    } catch (error) {
      this.#forget(ref);
      throw error;
    }
  }

  /** Takes what processing has just seen of an entity. */
  put(ref: string, belonging: Belonging) {
    this.#forget(ref);
    this.#remember(ref);
    this.#loader.prime(ref, belonging);
  }

  #remember(ref: string) {
    this.#loadedAt.set(ref, this.#now());
    if (this.#loadedAt.size > MAX_ENTRIES) {
      const [oldest] = this.#loadedAt.keys();
      this.#forget(oldest);
    }
  }

  #forget(ref: string) {
    this.#loadedAt.delete(ref);
    this.#loader.clear(ref);
  }
}

/** From the relations of a finished entity, or the spec of one that is being processed. */
export function belongingOf(entity: Entity): Belonging {
  const related = (type: string, kind?: string) =>
    (entity.relations ?? [])
      .filter(
        relation =>
          relation.type === type &&
          (!kind || relation.targetRef.startsWith(`${kind}:`)),
      )
      .map(relation => relation.targetRef);
  const written = (field: 'owner' | 'system', kind: string) => {
    const ref = resolveRef(entity.spec?.[field], kind, entity);
    return ref ? [ref] : [];
  };
  const owners = related(RELATION_OWNED_BY);
  const systems = related(RELATION_PART_OF, 'system');
  return {
    owners: owners.length ? owners : written('owner', 'group'),
    systems: systems.length ? systems : written('system', 'system'),
  };
}
