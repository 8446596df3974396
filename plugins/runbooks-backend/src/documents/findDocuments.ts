import type { EntityResource } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../service/targetRules';
import {
  documentOf,
  type Document,
  type DocumentKind,
  type DocumentRow,
} from './DocumentRow';
import { whereVisibleDocuments } from './whereVisibleDocuments';

/** @returns undefined when there is none of that kind, or `visible` has it not */
export async function findDocument<Spec>(
  db: Knex,
  kind: DocumentKind,
  ref: string,
  visible?: Visibility,
): Promise<Document<Spec> | undefined> {
  const row = await db<DocumentRow>('documents')
    .where({ kind, ref })
    .where(query => whereVisibleDocuments(query, visible))
    .first();
  return row && documentOf<Spec>(row);
}

/** Documents in memory at once. */
const page = 500;

/**
 * Those that any of the keys leads to, however many, in order and a page at a time; whether they match is
 * for the caller to see.
 */
export async function* findByKeys<Spec>(
  db: Knex,
  kind: DocumentKind,
  keys: string[],
  narrow: (query: Knex.QueryBuilder) => void = () => {},
): AsyncGenerator<Document<Spec>> {
  if (!keys.length) return;
  for (let after = ''; ; ) {
    const rows: DocumentRow[] = await db<DocumentRow>('documents')
      .where(narrow)
      .where('ref', '>', after)
      .whereIn(
        'ref',
        db('document_keys').where({ kind }).whereIn('key', keys).select('ref'),
      )
      .whereNotNull('spec')
      .orderBy('ref')
      .limit(page);
    for (const row of rows) yield documentOf<Spec>(row);
    if (rows.length < page) return;
    after = rows[rows.length - 1].ref;
  }
}

/** Whose documents are, by ref; as a target of the usual environment. */
export async function ownersOf(
  db: Knex,
  refs: string[],
): Promise<Map<string, EntityResource>> {
  if (!refs.length) return new Map();
  const rows: DocumentRow[] = await db<DocumentRow>('documents')
    .whereIn('ref', refs)
    .select('ref', 'owner_ref', 'system_ref');
  return new Map(
    rows.map(({ ref, owner_ref, system_ref }) => [
      ref,
      {
        environment: 'production',
        ...(owner_ref && { ownerRef: owner_ref }),
        ...(system_ref && { systemRef: system_ref }),
      },
    ]),
  );
}
