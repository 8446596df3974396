import type { Knex } from 'knex';
import { readAlertRow, type AlertRow } from '../AlertRow';
import { correlated, type PipelineState } from '../PipelineState';
import type { TaughtMapping } from '../resolve';
import type { SilenceRule } from '../suppression';
import { listOf, rowsOf } from './tuples';

/** Rows in memory at once while loading. */
const page = 2_000;
const groupsAtOnce = 200;
/** Alerts of an incident that were over before this are of no use any more. */
const remembered = 24 * 3_600_000;

interface GroupRow {
  id: number | string;
  incident_number: number | null;
  opened_at: number | string;
  closed_at: number | string | null;
  by_hand: boolean | number;
}

/** Everything, when the lease was taken or a batch failed. */
export async function loadState(
  db: Knex,
  state: PipelineState,
  now: number,
): Promise<void> {
  const [counter] = await db('counters')
    .where({ name: 'correlation' })
    .select('value');
  state.revision = Number(counter.value);
  await loadTaught(db, state, now);
  await loadChanges(db, state, now);
  for (let after = 0; ; ) {
    const groups: GroupRow[] = await db('groups')
      .whereNull('closed_at')
      .where('id', '>', after)
      .orderBy('id')
      .limit(page);
    if (!groups.length) break;
    await loadGroups(db, state, groups, now);
    after = Number(groups[groups.length - 1].id);
  }
}

/** What people changed by hand since. To be called with the counter locked. */
export async function loadChanged(
  trx: Knex.Transaction,
  state: PipelineState,
  revision: number,
  now: number,
): Promise<void> {
  if (revision === state.revision) return;
  await loadTaught(trx, state, now);
  const groups: GroupRow[] = await trx('groups').where(
    'revision',
    '>',
    state.revision,
  );
  for (const { id } of groups) state.close(Number(id));
  await loadGroups(
    trx,
    state,
    groups.filter(({ closed_at: closed }) => closed === null),
    now,
  );
  state.revision = revision;
}

async function loadTaught(db: Knex, state: PipelineState, now: number) {
  const mappings = await db('mappings').select();
  const silences = await db('silences').where('until', '>', now).select();
  state.learn(
    mappings.map(
      (row): TaughtMapping => ({
        id: Number(row.id),
        matchers: JSON.parse(row.matchers),
        entityRef: row.entity_ref,
        createdBy: row.created_by,
      }),
    ),
    silences.map(readSilence),
  );
}

/** A row of `silences`, read. */
export function readSilence(row: {
  id: number | string;
  matchers: string;
  entity_ref: string | null;
  from: number | string;
  until: number | string;
  reason: string;
  created_by: string;
}): SilenceRule {
  return {
    id: Number(row.id),
    matchers: JSON.parse(row.matchers),
    entityRef: row.entity_ref ?? undefined,
    from: Number(row.from),
    until: Number(row.until),
    reason: row.reason,
    createdBy: row.created_by,
  };
}

async function loadChanges(db: Knex, state: PipelineState, now: number) {
  const changes = await db('changes')
    .whereNotNull('entity_ref')
    .where(
      'at',
      '>',
      now -
        state.tools.rules.correlate.changeMs -
        state.tools.rules.correlate.idleMs,
    )
    .orderBy('at')
    .select('id', 'entity_ref', 'title', 'at', 'kind');
  for (const { id, entity_ref: entityRef, title, at, kind } of changes)
    state.correlation.change({
      id: Number(id),
      entityRef,
      title,
      at: Number(at),
      undoes: kind === 'rollback',
    });
}

async function loadGroups(
  db: Knex,
  state: PipelineState,
  rows: GroupRow[],
  now: number,
) {
  for (let from = 0; from < rows.length; from += groupsAtOnce) {
    const some = rows.slice(from, from + groupsAtOnce);
    for (const row of some) {
      state.groups.open(Number(row.id), {
        openedAt: Number(row.opened_at),
        incident: row.incident_number ?? undefined,
        byHand: Boolean(row.by_hand),
      });
    }
    const ids = some.map(({ id }) => Number(id));
    await loadAlerts(db, state, { ids, since: now - remembered });
  }
}

async function loadAlerts(
  db: Knex,
  state: PipelineState,
  { ids, since }: { ids: number[]; since: number },
) {
  for (let after = 0; ; ) {
    const rows = rowsOf<AlertRow>(
      await db.raw(
        `select a.id, a.adapter, a.name, a.title, a.entity_ref, a.environment, a.severity,
           a.starts_at, a.last_seen_at, a.status, a.occurrences, a.labels, a.group_id
         from ? w join alerts a on a.group_id = w.v
         where a.id > ? and (a.incident_number is null or a.status = 'firing' or a.last_seen_at > ?)
         order by a.id limit ?`,
        [listOf(db, 'bigint', ids), after, since, page],
      ),
    ).map(readAlertRow);
    for (const row of rows) {
      const group = state.groups.get(row.group_id!);
      if (!group) continue;
      const labels = JSON.parse(row.labels);
      state.groups.join(group, row, labels);
      group.lastAt = Math.max(group.lastAt, row.last_seen_at);
      state.correlation.put(group.id, correlated(row, labels), {
        byHand: group.byHand,
      });
    }
    if (rows.length < page) return;
    after = rows[rows.length - 1].id;
  }
}
