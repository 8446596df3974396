import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { Finding } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import {
  readDocumentRow,
  type DocumentRow,
} from '../../service/database/getDocument';

/** The etag of every stored document by its ref. */
export async function getDocumentEtags(db: Knex): Promise<Map<string, string>> {
  const rows = await db('documents').select('ref', 'etag');
  return new Map(rows.map(row => [row.ref, row.etag]));
}

/** Every stored document. */
export async function getAllDocuments(db: Knex): Promise<DocumentRow[]> {
  return (await db('documents').orderBy('ref')).map(readDocumentRow);
}

/**
 * Stores documents as the catalog has them. They have no etag until they are compiled, so that they
 * are fetched again should compiling never end.
 */
export async function storeDocuments(
  db: Knex,
  entities: Entity[],
): Promise<void> {
  for (let at = 0; at < entities.length; at += 50) {
    const rows = entities.slice(at, at + 50).map(entity => ({
      ref: stringifyEntityRef(entity),
      kind: entity.kind.toLocaleLowerCase('en-US'),
      etag: '',
      entity: JSON.stringify(entity),
      findings: '[]',
    }));
    await db('documents')
      .insert(rows)
      .onConflict('ref')
      .merge(['kind', 'etag', 'entity']);
  }
}

/** Forgets documents that left the catalog. */
export async function deleteDocuments(db: Knex, refs: string[]): Promise<void> {
  for (let at = 0; at < refs.length; at += 500) {
    await db('documents')
      .whereIn('ref', refs.slice(at, at + 500))
      .delete();
  }
}

/** Stores what compiling a version of a document found out, and that this version is compiled. */
export async function storeOutcome(
  db: Knex,
  { ref, entity }: DocumentRow,
  outcome: { entityRef?: string; findings: Finding[] },
): Promise<void> {
  await db('documents')
    .where({ ref })
    .update({
      etag: entity.metadata.etag ?? '',
      entity_ref: outcome.entityRef ?? null,
      findings: JSON.stringify(outcome.findings),
    });
}
