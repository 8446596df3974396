import type { Entity } from '@backstage/catalog-model';
import type { Finding } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';

/** A document as the catalog has it, with what is wrong or unwise in it. */
export interface DocumentRow {
  ref: string;
  kind: string;
  /** Of the compiled version; empty when a newer one waits to be compiled. */
  etag: string;
  entityRef?: string;
  entity: Entity;
  findings: Finding[];
}

/** One document, or undefined. */
export async function getDocument(
  db: Knex,
  ref: string,
): Promise<DocumentRow | undefined> {
  const row = await db('documents').where({ ref }).first();
  return row && readDocumentRow(row);
}

/** The documents that concern an entity, or the document that the entity is; by ref. */
export async function getDocumentsOf(
  db: Knex,
  entityRef: string,
): Promise<DocumentRow[]> {
  const rows = await db('documents')
    .where({ entity_ref: entityRef })
    .orWhere({ ref: entityRef })
    .orderBy('ref');
  return rows.map(readDocumentRow);
}

/** Reads a row of `documents`. */
export function readDocumentRow(row: {
  ref: string;
  kind: string;
  etag: string;
  entity_ref: string | null;
  entity: string;
  findings: string;
}): DocumentRow {
  return {
    ref: row.ref,
    kind: row.kind,
    etag: row.etag,
    entityRef: row.entity_ref ?? undefined,
    entity: JSON.parse(row.entity),
    findings: JSON.parse(row.findings),
  };
}

/** All documents of a kind, given in lower case. */
export async function getDocumentsOfKind(
  db: Knex,
  kind: string,
): Promise<DocumentRow[]> {
  return (await db('documents').where({ kind }).orderBy('ref')).map(
    readDocumentRow,
  );
}
