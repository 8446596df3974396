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
import { documentVersions } from './kinds';
import { resolveRef } from './resolveRef';

export const RELATION_MEASURES = 'measures';
export const RELATION_MEASURED_BY = 'measuredBy';

/** Kinds whose owner and system the SLOs that measure them take over. */
const measurable = new Set(['component', 'api', 'resource', 'system']);

/** What was last looked up, and of which entity. */
type KnownBelonging = Belonging & { of: string };

/** Refreshing this key processes the SLOs that measure an entity anew. */
export const refreshKeyOf = (ref: string) => `ghostlight:measures:${ref}`;

/**
 * Gives SLOs their relations: to what they measure, and to its owner and system. It also tells when
 * a document, or the belonging of a measured entity, is not what it was when last processed.
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
    } else if (measurable.has(entity.kind.toLowerCase())) {
      await this.#processMeasured(entity, cache);
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
    const belonging =
      entity.kind === 'SLO'
        ? await this.#relate(entity, emit, cache)
        : undefined;
    // A run that sets anything drops what it does not set.
    await cache.set('hash', hash);
    if (belonging) await cache.set('belonging', belonging);
    if (isChanged) this.#announcements.add(stringifyEntityRef(entity));
  }

  async #relate(
    slo: Entity,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<KnownBelonging | undefined> {
    const measured = resolveRef(slo.spec?.service, 'component', slo);
    if (!measured) return undefined;
    const ref = stringifyEntityRef(slo);
    const relate = (source: string, type: string, target: string) =>
      emit(
        processingResult.relation({
          source: parseEntityRef(source),
          type,
          target: parseEntityRef(target),
        }),
      );
    relate(ref, RELATION_MEASURES, measured);
    relate(measured, RELATION_MEASURED_BY, ref);
    emit(processingResult.refresh(refreshKeyOf(measured)));

    const known = await cache.get<KnownBelonging>('belonging');
    const belonging = await this.#belongingOf(
      measured,
      known?.of === measured ? known : undefined,
    );
    if (!belonging) return undefined;
    const systems = measured.startsWith('system:')
      ? [measured]
      : belonging.systems;
    for (const owner of belonging.owners) {
      relate(ref, RELATION_OWNED_BY, owner);
      relate(owner, RELATION_OWNER_OF, ref);
    }
    for (const system of systems) {
      relate(ref, RELATION_PART_OF, system);
      relate(system, RELATION_HAS_PART, ref);
    }
    return { ...belonging, of: measured };
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

  async #processMeasured(entity: Entity, cache: CatalogProcessorCache) {
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
