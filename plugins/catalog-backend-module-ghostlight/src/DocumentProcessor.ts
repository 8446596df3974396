import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { Batch } from './Batch';
import { type Belonging, belongingOf, type Belongings } from './Belongings';
import { type Concerns, concernsOf } from './concernsOf';
import { documentVersions } from './kinds';

/** Kinds whose owner and system the documents about them take over. */
const concerned = new Set(['component', 'api', 'resource', 'system']);

/** What was last looked up, by ref. */
type KnownBelongings = Record<string, Belonging>;

/** Refreshing this key processes the documents about an entity anew. */
export const refreshKeyOf = (ref: string) => `ghostlight:concerns:${ref}`;

/**
 * Gives documents their relations: to what they are about, and to its owner and system. It also tells
 * when a document, or the belonging of an entity that documents are about, is not what it was when last
 * processed.
 */
export class DocumentProcessor implements CatalogProcessor {
  readonly #belongings: Belongings;
  readonly #announcements: Batch;
  readonly #refreshes: Batch;
  readonly #logger: LoggerService;

  static create(options: {
    belongings: Belongings;
    /** Takes refs of changed documents. */
    announcements: Batch;
    /** Takes refresh keys. */
    refreshes: Batch;
    logger: LoggerService;
  }) {
    return new DocumentProcessor(options);
  }

  private constructor(options: {
    belongings: Belongings;
    announcements: Batch;
    refreshes: Batch;
    logger: LoggerService;
  }) {
    this.#belongings = options.belongings;
    this.#announcements = options.announcements;
    this.#refreshes = options.refreshes;
    this.#logger = options.logger;
  }

  getProcessorName() {
    return 'GhostlightDocumentProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (documentVersions.get(entity.kind) === entity.apiVersion) {
      await this.#processDocument(entity, emit, cache);
    } else if (concerned.has(entity.kind.toLowerCase())) {
      await this.#processConcerned(entity, cache);
    }
    return entity;
  }

  async #processDocument(
    entity: Entity,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ) {
    const hash = hashOf(entity);
    const isChanged = (await cache.get<string>('hash')) !== hash;
    const concerns = concernsOf(entity);
    const belongings =
      concerns && (await this.#relate(entity, concerns, emit, cache));
    // A run that sets anything drops what it does not set.
    await cache.set('hash', hash);
    if (belongings) await cache.set('belongings', belongings);
    if (isChanged) this.#announcements.add(stringifyEntityRef(entity));
  }

  async #relate(
    document: Entity,
    { types, refs, owner, system }: Concerns,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<KnownBelongings> {
    const ref = stringifyEntityRef(document);
    const relate = (source: string, type: string, target: string) =>
      emit(
        processingResult.relation({
          source: parseEntityRef(source),
          type,
          target: parseEntityRef(target),
        }),
      );
    const known = await cache.get<KnownBelongings>('belongings');
    const found: KnownBelongings = {};
    await Promise.all(
      refs.map(async concernedRef => {
        relate(ref, types.forward, concernedRef);
        relate(concernedRef, types.reverse, ref);
        emit(processingResult.refresh(refreshKeyOf(concernedRef)));
        const belonging = await this.#belongingOf(
          concernedRef,
          known?.[concernedRef],
        );
        if (belonging) found[concernedRef] = belonging;
      }),
    );
    const owners = refs.flatMap(each => found[each]?.owners ?? []);
    const systems = refs.flatMap(each =>
      each.startsWith('system:') ? [each] : found[each]?.systems ?? [],
    );
    for (const target of new Set(owner ? [owner] : owners)) {
      relate(ref, RELATION_OWNED_BY, target);
      relate(target, RELATION_OWNER_OF, ref);
    }
    for (const target of new Set(system ? [system] : systems)) {
      relate(ref, RELATION_PART_OF, target);
      relate(target, RELATION_HAS_PART, ref);
    }
    return found;
  }

  /** When the catalog cannot answer, what was last known beats losing the relations. */
  async #belongingOf(ref: string, known?: Belonging) {
    try {
      return await this.#belongings.get(ref);
    } catch (error) {
      this.#logger.debug(
        `The owner and system of ${ref} cannot be looked up now: ${stringifyError(
          error,
        )}`,
      );
      return known;
    }
  }

  async #processConcerned(entity: Entity, cache: CatalogProcessorCache) {
    const belonging = belongingOf(entity);
    const hash = JSON.stringify(belonging);
    if ((await cache.get<string>('hash')) === hash) return;
    await cache.set('hash', hash);
    const ref = stringifyEntityRef(entity);
    this.#belongings.put(ref, belonging);
    this.#refreshes.add(refreshKeyOf(ref));
  }
}

/** Of what an author writes; generated fields come and go. */
function hashOf({ metadata, spec }: Entity): string {
  const { uid: _u, etag: _e, ...written } = metadata;
  return createHash('sha256')
    .update(JSON.stringify([written, spec ?? null]))
    .digest('base64url');
}
