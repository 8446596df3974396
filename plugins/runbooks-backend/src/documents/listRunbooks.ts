import type {
  RunbookPage,
  RunbooksPaths,
  RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import {
  likeOf,
  readCursor,
  readEntityRef,
  say,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { whereVisibleDocuments } from './whereVisibleDocuments';
import type { Visibility } from '../service/targetRules';
import { describeRunbook } from './describeRunbook';
import { documentOf, type DocumentRow } from './DocumentRow';
import { usualRehearsal } from './compileDocument';
import { readHistory } from './readHistory';

export type ListRunbooksRequest = NonNullable<
  RunbooksPaths['/v1/runbooks']['get']['parameters']['query']
>;

const order = 'runbooks';
/** Words of a search that are looked at. */
const mostWords = 10;

/** One page, by title. */
export async function listRunbooks(
  db: Knex,
  request: ListRunbooksRequest,
  visible: Visibility,
  now: number,
): Promise<RunbookPage> {
  const { limit = 50, owner, q = '', stale } = request;
  const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const after = readCursor(order, request.cursor, 'string', 'string');
  const entityRef =
    request.entityRef && readEntityRef('entityRef', request.entityRef);
  const narrowed = () => {
    const query = db<DocumentRow>('documents').where({ kind: 'runbook' });
    whereVisibleDocuments(query, visible);
    if (owner)
      query.where({ owner_ref: readEntityRef('owner', owner, 'group') });
    for (const word of words) query.where(inner => whereSays(inner, word));
    if (stale !== undefined)
      query.where(inner => whereStale(inner, now, stale));
    if (entityRef)
      query.whereIn(
        'ref',
        db('document_keys')
          .where({ kind: 'runbook', key: `entity:${entityRef}` })
          .select('ref'),
      );
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
  const histories = await readHistory(
    db,
    page.map(({ ref }) => ref),
  );
  const because = entityRef
    ? [
        say('runbook.of-entity', `It is written for ${entityRef}.`, {
          entity: entityRef,
        }),
      ]
    : undefined;
  const items = page.map(row =>
    describeRunbook(
      documentOf<RunbookSpec>(row),
      histories.get(row.ref) ?? {},
      { now, because },
    ),
  );
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items,
    total: Number(total),
    ...(last && {
      nextCursor: writeCursor(order, { value: last.title, id: last.ref }),
    }),
  };
}

/** Whether nobody has tried it for as long as it says; of one nobody ever tried, since it was written. */
function whereStale(
  query: Knex.QueryBuilder,
  now: number,
  stale: boolean,
): void {
  query.whereRaw(
    `coalesce((
       select max(started_at) from executions
       where runbook_ref = documents.ref and started_at is not null
     ), documents.updated_at) ${stale ? '<' : '>='}
     ? - 1000 * cast(coalesce(rehearse_seconds, ?) as bigint)`,
    [now, usualRehearsal],
  );
}

/** Whether its title, its name, its alerts or its services have the word. */
function whereSays(query: Knex.QueryBuilder, word: string): void {
  const pattern = likeOf(word);
  query
    .whereRaw("lower(documents.title) like ? escape '\\'", [pattern])
    .orWhereRaw("documents.ref like ? escape '\\'", [pattern])
    .orWhereRaw(
      "exists (select 1 from document_keys k where k.ref = documents.ref and lower(k.key) like ? escape '\\')",
      [pattern],
    );
}
