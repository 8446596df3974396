import type { Entity } from '@backstage/catalog-model';
import type { Mode, PolicySpec } from '@ghostlight/plugin-runbooks-common';

import type { Knex } from 'knex';
import {
  documentOf,
  facetKeysFor,
  whereInList,
  type DocumentRow,
} from '../documents';
import { effectiveModes, type RemediationContext } from '../remediation';

/** Policies whose record is looked at together. */
const chunk = 200;

type Narrow = (query: Knex.QueryBuilder) => void;

/** Leaves the policies that are for an entity: those of which each facet has its key. */
export function whereFor(
  query: Knex.QueryBuilder,
  entity: Entity | undefined,
): void {
  if (!entity) {
    query.whereRaw('1 = 0');
    return;
  }
  const keys = facetKeysFor(entity);
  query.whereNotNull('spec').whereRaw(
    `facets = (select count(*) from document_keys k
       where k.ref = documents.ref and k.key in (${keys
         .map(() => '?')
         .join(', ')}))`,
    keys,
  );
}

/** Leaves the policies that act in one of the modes now, whatever their authors want. */
export async function modeFilter(
  context: RemediationContext,
  modes: Mode[] | undefined,
): Promise<Narrow> {
  if (!modes?.length) return () => {};
  const asking = modes.includes('approve');
  const acting = modes.includes('auto');
  const wanted = modes.filter(mode => mode !== 'auto');
  // One that wants to act by itself is in one of these two.
  if (asking && acting)
    return query => query.whereIn('mode', [...wanted, 'auto']);
  if (!asking && !acting) return query => query.whereIn('mode', wanted);
  const earned = await refsInAuto(context);
  return query =>
    query.where(inner => {
      inner.whereIn('mode', wanted);
      inner.orWhere(one => {
        one.where({ mode: 'auto' });
        if (acting) whereInList(one, 'ref', earned);
        else one.whereNot(other => whereInList(other, 'ref', earned));
      });
    });
}

/** Those that have earned it; looked for only among those that have a record at all. */
async function refsInAuto(context: RemediationContext): Promise<string[]> {
  const { db } = context;
  const found: string[] = [];
  for (let after = ''; ; ) {
    const rows: DocumentRow[] = await db<DocumentRow>('documents')
      .where({ kind: 'policy', mode: 'auto' })
      .whereNotNull('spec')
      .where('ref', '>', after)
      .whereExists(
        db('attempts')
          .where({ mode: 'approve', state: 'verified' })
          .where('policy_ref', db.ref('documents.ref')),
      )
      .orderBy('ref')
      .limit(chunk);
    const policies = rows.map(row => ({
      ref: row.ref,
      spec: documentOf<PolicySpec>(row).spec!,
    }));
    const modes = await effectiveModes(context, policies);
    for (const [ref, { mode }] of modes) if (mode === 'auto') found.push(ref);
    if (rows.length < chunk) return found;
    after = rows[rows.length - 1].ref;
  }
}
