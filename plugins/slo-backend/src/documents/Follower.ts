import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  lintTargets,
  type Minute,
  type Objective,
} from '@ghostlight/plugin-slo-common';
import type { Source } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { DocumentRow } from '../service/database/getDocument';
import type { CatalogReader } from './CatalogReader';
import {
  checkDocuments,
  compileDocuments,
  type CompiledDocument,
} from './compileDocuments';
import {
  deleteDocuments,
  getAllDocuments,
  getDocumentEtags,
  storeDocuments,
  storeOutcome,
} from './database/documentRows';
import { getMeasuredEntities } from './database/getMeasuredEntities';
import {
  storeObjectives,
  type ObjectiveChanges,
} from './database/storeObjectives';
import { stable } from './definitionHash';
import { readBelongings, type Belonging } from './readBelongings';
import { readOldest } from './readOldest';
import { isDocument } from './kinds';

/** Documents in memory at once while fetching. */
const atOnce = 200;

export interface FollowerOptions {
  db: Knex;
  reader: CatalogReader;
  sources: ReadonlyMap<string, Source>;
  shards: number;
  /** Epoch seconds. */
  now: () => number;
  logger: LoggerService;
  /** Told what changed in `objectives`, after it is written. */
  onChange: (changes: ObjectiveChanges) => Promise<void>;
}

/**
 * Keeps a compiled copy of the catalog's documents. Whatever it misses, the next
 * {@link Follower.reconcile} finds; running on two replicas at once does no harm.
 */
export class Follower {
  private queue: Promise<unknown> = Promise.resolve();
  /** Of what objectives are compiled from besides documents; unknown after a start. */
  private surroundings?: string;
  private readonly oldest = new Map<string, Minute | undefined>();

  private constructor(private readonly options: FollowerOptions) {}

  static create(options: FollowerOptions): Follower {
    return new Follower(options);
  }

  /** Compares all documents by their etag and fetches whole only what changed. */
  async reconcile(): Promise<void> {
    return this.oneByOne(async () => {
      const { db, reader } = this.options;
      const [there, here] = await Promise.all([
        reader.etags(),
        getDocumentEtags(db),
      ]);
      const changed = [...there].flatMap(([ref, etag]) =>
        etag === '' || here.get(ref) !== etag ? ref : [],
      );
      const gone = [...here.keys()].filter(ref => !there.has(ref));
      for (let at = 0; at < changed.length; at += atOnce) {
        const entities = await reader.entities(changed.slice(at, at + atOnce));
        await storeDocuments(db, entities.filter(isDocument));
      }
      await deleteDocuments(db, gone);
      await this.compile({ force: changed.length + gone.length > 0 });
    });
  }

  /** Looks at some documents now, because an event told of them. */
  async look(refs: string[]): Promise<void> {
    return this.oneByOne(async () => {
      const { db, reader } = this.options;
      const here = await getDocumentEtags(db);
      const changed = (await reader.entities(refs)).filter(
        entity =>
          isDocument(entity) &&
          here.get(stringifyEntityRef(entity)) !== entity.metadata.etag,
      );
      if (!changed.length) return;
      await storeDocuments(db, changed);
      await this.compile({ force: true });
    });
  }

  private async compile({ force }: { force: boolean }): Promise<void> {
    const { db, reader, sources, now, logger } = this.options;
    for (const [name, minute] of await readOldest(sources, logger))
      this.oldest.set(name, minute);
    if (!force && this.surroundings) {
      const belongings = await readBelongings(
        reader,
        await getMeasuredEntities(db),
      );
      if (this.surroundings === describe(belongings, this.oldest)) return;
    }
    const rows = await getAllDocuments(db);
    const checked = await checkDocuments(rows);
    const measured = [...checked.values()].flatMap(
      ({ entityRef }) => entityRef ?? [],
    );
    const belongings = await readBelongings(reader, measured);
    const objectives = await compileDocuments(checked, {
      sources,
      oldest: this.oldest,
      belongings,
      now: now(),
    });
    addLint(objectives, belongings, checked);
    await this.store(objectives, belongings);
    for (const row of rows) {
      const outcome = checked.get(row.ref)!;
      if (!isStored(row, outcome)) await storeOutcome(db, row, outcome);
    }
    this.surroundings = describe(belongings, this.oldest);
  }

  private async store(
    objectives: Objective[],
    belongings: Map<string, Belonging>,
  ): Promise<void> {
    const { db, shards, now, logger } = this.options;
    const changes = await storeObjectives(db, {
      objectives,
      belongings,
      shards,
      now: now(),
    });
    const { changed, removed } = changes;
    if (changed.length + removed.length === 0) return;
    logger.info(
      `Objectives: ${changed.length} new or changed, ${removed.length} removed, ${objectives.length} in all`,
    );
    await this.options.onChange(changes);
  }

  private oneByOne(work: () => Promise<void>): Promise<void> {
    const next = this.queue.then(work);
    this.queue = next.catch(() => {});
    return next;
  }
}

/** Targets that the dependencies of an entity cannot support, said in the document. */
function addLint(
  objectives: Objective[],
  belongings: Map<string, Belonging>,
  checked: Map<string, CompiledDocument>,
): void {
  const dependsOn = new Map(
    [...belongings].map(([ref, belonging]) => [ref, belonging.dependsOn]),
  );
  // A threshold is on a value such as a queue's length, which dependencies do not bound.
  const promises = objectives.filter(
    ({ indicator }) => indicator.kind !== 'threshold',
  );
  const unsupported = lintTargets(promises, dependsOn);
  for (const { ref, documentRef } of objectives) {
    const finding = unsupported.get(ref);
    if (finding) checked.get(documentRef)?.findings.push(finding);
  }
}

function isStored(row: DocumentRow, outcome: CompiledDocument): boolean {
  return (
    row.etag === row.entity.metadata.etag &&
    row.entityRef === outcome.entityRef &&
    stable(row.findings) === stable(outcome.findings)
  );
}

function describe(
  belongings: Map<string, Belonging>,
  oldest: ReadonlyMap<string, Minute | undefined>,
): string {
  const text = stable([[...belongings].sort(), [...oldest].sort()]);
  return createHash('sha256').update(text).digest('base64url');
}
