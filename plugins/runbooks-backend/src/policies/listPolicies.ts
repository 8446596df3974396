import { NotFoundError } from '@backstage/errors';
import type {
  Attempt,
  Policy,
  PolicyPage,
  PolicySpec,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import {
  likeOf,
  readCursor,
  readEntityRef,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  documentOf,
  findDocument,
  whereVisibleDocuments,
  type Document,
  type DocumentRow,
} from '../documents';
import {
  describeAttempt,
  effectiveModes,
  type AttemptRow,
  type RemediationContext,
} from '../remediation';
import type { Visibility } from '../service/targetRules';
import { readSwitches } from '../switches';
import { describePolicy } from './describePolicy';
import { modeFilter, whereFor } from './filters';
import { findMissing } from './findMissing';
import { emptyTally, readTallies } from './tallies';

export type ListPoliciesRequest = NonNullable<
  RunbooksPaths['/v1/policies']['get']['parameters']['query']
>;

const order = 'policies';
/** Milliseconds that tallies look back. */
const lately = 90 * 86_400_000;

/** One page, by title. */
export async function listPolicies(
  context: RemediationContext,
  request: ListPoliciesRequest,
  visible: Visibility,
): Promise<PolicyPage> {
  const { db } = context;
  const { limit = 50, owner, q, mode } = request;
  const entityRef =
    request.entityRef && readEntityRef('entityRef', request.entityRef);
  const narrowToMode = await modeFilter(context, mode);
  const after = readCursor(order, request.cursor, 'string', 'string');
  const narrowed = () => {
    const query = db<DocumentRow>('documents').where({ kind: 'policy' });
    whereVisibleDocuments(query, visible);
    if (owner)
      query.where({ owner_ref: readEntityRef('owner', owner, 'group') });
    if (q)
      query.whereRaw("lower(title) like ? escape '\\'", [likeOf(q.trim())]);
    if (entityRef) whereFor(query, context.entityOf(entityRef));
    narrowToMode(query);
    return query;
  };
  const query = narrowed()
    .orderBy(['title', 'ref'])
    .limit(limit + 1);
  if (after) query.whereRaw('(title, ref) > (?, ?)', [after.value, after.id]);
  const [rows, [{ total }]] = await Promise.all([
    query as Promise<DocumentRow[]>,
    narrowed().count({ total: '*' }) as unknown as Promise<
      { total: number | string }[]
    >,
  ]);
  const page = rows.slice(0, limit);
  const policies = await describeAll(
    context,
    page.map(row => documentOf<PolicySpec>(row)),
  );
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: policies,
    total: Number(total),
    ...(last && {
      nextCursor: writeCursor(order, { value: last.title, id: last.ref }),
    }),
  };
}

/** @throws NotFoundError */
export async function readPolicy(
  context: RemediationContext,
  given: string,
  visible?: Visibility,
): Promise<Policy> {
  const ref = readEntityRef('ref', given, 'remediationpolicy');
  const document = await findDocument<PolicySpec>(
    context.db,
    'policy',
    ref,
    visible,
  );
  if (!document) throw new NotFoundError(`No policy '${ref}'`);
  const [policy] = await describeAll(context, [document]);
  return policy;
}

async function describeAll(
  context: RemediationContext,
  documents: Document<PolicySpec>[],
): Promise<Policy[]> {
  const { db, now } = context;
  const refs = documents.map(({ ref }) => ref);
  const since = now() - lately;
  const readable = documents.flatMap(({ ref, spec }) =>
    spec ? { ref, spec } : [],
  );
  const [switches, tallies, last, modes, missing] = await Promise.all([
    readSwitches(db, refs),
    readTallies(db, { since, policyRefs: refs }),
    lastAttempts(db, refs),
    effectiveModes(context, readable),
    findMissing(db, documents),
  ]);
  return documents.map(document => {
    const { ref } = document;
    return describePolicy(document, {
      effective: modes.get(ref),
      switch: switches.get(ref)!,
      tally: tallies.get(ref) ?? emptyTally(since),
      lastAttempt: last.get(ref),
      missing: missing.get(ref) ?? [],
    });
  });
}

async function lastAttempts(
  db: Knex,
  refs: string[],
): Promise<Map<string, Attempt>> {
  if (!refs.length) return new Map();
  const rows: AttemptRow[] = await db<AttemptRow>('attempts').whereIn(
    'seq',
    db('attempts').whereIn('policy_ref', refs).groupBy('policy_ref').max('seq'),
  );
  return new Map(rows.map(row => [row.policy_ref!, describeAttempt(row)]));
}
