import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionFacts } from '@ghostlight/plugin-runbooks-common';
import type { CatalogIndex } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  compileDocument,
  isDocument,
  type CompiledDocument,
} from './compileDocument';
import type { DocumentRow } from './DocumentRow';

/** Statements have a bound number of parameters. */
const chunk = 200;
const keysAtOnce = 1_000;

/** Told of documents that are new, different or gone. */
export type DocumentListener = (refs: string[]) => Promise<void> | void;

/** Keeps what the catalog has of runbooks, policies and experiments, compiled, in tables. */
export class DocumentKeeper {
  private readonly listeners: DocumentListener[] = [];
  private isSwept = false;

  private constructor(
    private readonly db: Knex,
    private readonly index: CatalogIndex,
    private readonly actions: () => ReadonlyMap<string, ActionFacts>,
    private readonly now: () => number,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    db: Knex;
    index: CatalogIndex;
    actions: () => ReadonlyMap<string, ActionFacts>;
    now: () => number;
    logger: LoggerService;
  }): DocumentKeeper {
    const { db, index, actions, now, logger } = options;
    const keeper = new DocumentKeeper(db, index, actions, now, logger);
    index.onChange((changed, removed) => keeper.take(changed, removed));
    return keeper;
  }

  onChange(listener: DocumentListener): void {
    this.listeners.push(listener);
  }

  private async take(changed: string[], removed: string[]): Promise<void> {
    const ours = changed.filter(isDocument);
    const gone = removed.filter(isDocument);
    if (!this.isSwept) gone.push(...(await this.orphans()));
    const written: string[] = [];
    for (let at = 0; at < ours.length; at += chunk)
      written.push(...(await this.write(ours.slice(at, at + chunk))));
    for (let at = 0; at < gone.length; at += chunk)
      await this.db('documents')
        .whereIn('ref', gone.slice(at, at + chunk))
        .delete();
    this.isSwept = true;
    const news = [...written, ...gone];
    if (!news.length) return;
    this.logger.info(
      `${written.length} documents written, ${gone.length} removed`,
    );
    for (const listener of this.listeners) await listener(news);
  }

  /** What was kept, and went from the catalog while nobody looked. */
  private async orphans(): Promise<string[]> {
    const refs: string[] = await this.db('documents').pluck('ref');
    return refs.filter(ref => !this.index.get(ref));
  }

  private async write(refs: string[]): Promise<string[]> {
    const options = { actions: this.actions(), now: this.now() };
    const compiled = refs.flatMap(ref => {
      const entity = this.index.get(ref);
      return entity ? [compileDocument(entity, options)] : [];
    });
    return this.db.transaction(async trx => {
      const rows: DocumentRow[] = await trx<DocumentRow>('documents').whereIn(
        'ref',
        refs,
      );
      const known = new Map(rows.map(row => [row.ref, row]));
      const news = compiled.flatMap(({ row, keys }) => {
        const before = known.get(row.ref);
        // What it says is as old as before, wherever it is written or whose it is by now.
        const updated_at =
          before?.hash === row.hash
            ? Number(before.updated_at)
            : row.updated_at;
        const after = { ...row, updated_at };
        // Every replica follows the catalog; what another wrote need not be written again.
        return before && isSame(before, after) ? [] : [{ row: after, keys }];
      });
      await writeAll(trx, news);
      return news.map(({ row }) => row.ref);
    });
  }
}

function isSame(before: DocumentRow, after: DocumentRow): boolean {
  return (Object.keys(after) as (keyof DocumentRow)[]).every(
    column => column === 'updated_at' || before[column] === after[column],
  );
}

/** In the order of their refs, so that replicas that write the same wait for each other. */
async function writeAll(
  trx: Knex.Transaction,
  documents: CompiledDocument[],
): Promise<void> {
  if (!documents.length) return;
  const sorted = [...documents].sort((a, b) =>
    a.row.ref < b.row.ref ? -1 : 1,
  );
  await trx('documents')
    .insert(sorted.map(({ row }) => row))
    .onConflict('ref')
    .merge();
  await trx('document_keys')
    .whereIn(
      'ref',
      sorted.map(({ row }) => row.ref),
    )
    .delete();
  const keys = sorted.flatMap(({ row: { ref, kind }, keys: found }) =>
    found.map(key => ({ ref, key, kind })),
  );
  for (let at = 0; at < keys.length; at += keysAtOnce)
    await trx('document_keys')
      .insert(keys.slice(at, at + keysAtOnce))
      .onConflict()
      .ignore();
}
