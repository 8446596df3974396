import type { Change } from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';
import { changeId } from './changeId';
import { findTold } from './database/findTold';
import { readNeighbours } from './database/readNeighbours';
import { readRows } from './database/readRows';
import { tieActions } from './database/tieActions';
import { updateLanes } from './database/updateLanes';
import { upsertRows } from './database/upsertRows';
import {
  deploymentColumns,
  isRelease,
  type ColumnType,
  type DeploymentRow,
} from './DeploymentRow';
import { Draft, type EntityFinder } from './Draft';
import { judgeFailures } from './judgeFailures';
import { knownOf, type Saying } from './mergeKnown';
import { placeVersions } from './placeVersions';

/** What recording is done with. */
export interface RecordContext {
  entities: EntityFinder;
  environmentOf: (name: string | undefined) => string;
  now: number;
}

/** What came of it. */
export interface Recorded {
  /** The last number of the feed. */
  seq: number;
  /** Entities of which there is news. */
  entityRefs: string[];
}

const feedColumns: Record<string, ColumnType> = {
  seq: 'bigint',
  change_id: 'text',
  entity_ref: 'text',
  recorded_at: 'bigint',
  change: 'text',
};

/**
 * Takes down what a source reports, under the lock of the feed: what is known of each change, where it
 * stands among its neighbours, what it undid, the lanes, and a row in the feed for each that told
 * something new. A dozen statements, however many reports.
 *
 * @param reports - sealed
 * @param seq - the last number of the feed
 */
export async function recordReports(
  trx: Knex.Transaction,
  context: RecordContext,
  request: {
    source: string;
    reports: readonly ChangeReport[];
    /** Ids of changes to look at again, as when the catalog has grown. */
    revisit?: readonly string[];
    seq: number;
  },
): Promise<Recorded> {
  const { source, reports, seq } = request;
  const drafts = await readDrafts(trx, source, reports, request.revisit);
  await settleAll(trx, context, drafts);
  const changed = [...drafts.values()].filter(draft => draft.isChanged);
  if (!changed.length) return { seq, entityRefs: [] };

  const points = changed.flatMap(draft => draft.points);
  const written = changed.map(({ row }) => row);
  const neighbours = await readNeighbours(
    trx,
    points,
    written.map(({ id }) => id),
  );
  const others = await readDraftsOf(
    trx,
    neighbours.flatMap(({ before, after }) =>
      [before ?? [], after ?? []].flat(),
    ),
  );
  placeVersions({
    written,
    others: others.map(({ row }) => row),
    neighbours,
  });
  const all = [...changed, ...others];
  all.push(...(await judgeAll(trx, all)));

  const stored = all
    .filter(draft => draft.isChanged)
    .map(({ row }) => ({ ...row, updated_at: context.now }));
  await upsertRows(trx, 'deployments', deploymentColumns, stored, ['id']);
  await updateLanes(
    trx,
    new Set(all.filter(draft => draft.isChanged).flatMap(d => d.lanes)),
    context.entities,
  );
  const news = changed.filter(({ isNews, row }) => isNews && !row.same_as);
  const feed = news.map(({ row }, index) => ({
    seq: seq + 1 + index,
    change_id: row.id,
    entity_ref: row.entity_ref,
    recorded_at: context.now,
    change: JSON.stringify(toldOf(row)),
  }));
  await upsertRows(trx, 'changes', feedColumns, feed);
  return {
    seq: seq + feed.length,
    entityRefs: [
      ...new Set(stored.flatMap(({ entity_ref }) => entity_ref ?? [])),
    ],
  };
}

/** The change with what its neighbours say. */
export function toldOf(row: DeploymentRow): Change {
  const change: Change = JSON.parse(row.change);
  const { previous_version: previousVersion } = row;
  return {
    ...change,
    ...(previousVersion && { previousVersion }),
    ...(row.rollback_of && { rollbackOf: row.rollback_of }),
    ...(row.rollback_id && { rollbackId: row.rollback_id }),
  };
}

async function readDrafts(
  trx: Knex.Transaction,
  source: string,
  reports: readonly ChangeReport[],
  revisit: readonly string[] = [],
): Promise<Map<string, Draft>> {
  const idOf = (report: ChangeReport) => changeId(source, report.key);
  const rows = await readRows(trx, [...reports.map(idOf), ...revisit]);
  const drafts = new Map(rows.map(row => [row.id, Draft.of(row)]));
  for (const report of reports) {
    const id = idOf(report);
    const draft = drafts.get(id) ?? Draft.begin(source, report.key);
    draft.add(report);
    drafts.set(id, draft);
  }
  return drafts;
}

/** Also brings in what another sender told first, where a draft adds to that. */
async function settleAll(
  trx: Knex.Transaction,
  context: RecordContext,
  drafts: Map<string, Draft>,
): Promise<void> {
  const ties = await tieActions(
    trx,
    [...drafts.values()].flatMap(({ known }) => known.actionId ?? []),
  );
  const settle = (draft: Draft, fallback?: Saying) => {
    const { actionId } = draft.known;
    const tie = actionId ? ties.get(actionId) : undefined;
    draft.settle({ ...context, fallback, tie });
  };
  for (const draft of drafts.values()) settle(draft);

  const unsure = [...drafts.values()].filter(
    ({ row, isRenamed }) =>
      isRenamed && isRelease(row) && row.entity_ref && row.version,
  );
  const told = await findTold(
    trx,
    unsure.map(({ row, known: { commit, environment } }) => ({
      row,
      commit,
      environment,
    })),
  );
  for (const draft of unsure)
    draft.row.same_as = told.get(draft.row.id) ?? null;

  const firsts = [...drafts.values()].flatMap(({ row }) => row.same_as ?? []);
  const absent = firsts.filter(id => !drafts.has(id));
  for (const draft of await readDraftsOf(trx, absent))
    drafts.set(draft.row.id, draft);
  const companions = await companionsOf(trx, drafts);
  for (const draft of drafts.values())
    settle(draft, companions.get(draft.row.id));
  await pointAtFirsts(trx, drafts);
}

/** What a sender says is undone may have been told by another one first. */
async function pointAtFirsts(
  trx: Knex.Transaction,
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const undone = await readRows(
    trx,
    [...drafts.values()].flatMap(({ row }) => row.undoes_id ?? []),
  );
  const firsts = new Map(undone.map(row => [row.id, row.same_as]));
  for (const { row } of drafts.values()) {
    const first = row.undoes_id && firsts.get(row.undoes_id);
    if (!first) continue;
    row.undoes_id = first;
    if (row.active_from === null) row.rollback_of = first;
  }
}

/** By id of what was told first, what others added. */
async function companionsOf(
  trx: Knex.Transaction,
  drafts: ReadonlyMap<string, Draft>,
): Promise<Map<string, Saying>> {
  const stored = await readRows(trx, drafts.keys(), 'same_as');
  const rows = stored.filter(({ id }) => !drafts.has(id));
  for (const { row } of drafts.values()) if (row.same_as) rows.push(row);
  const added = new Map<string, Saying>();
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { same_as: first, known } of rows) {
    if (!first) continue;
    const { hints, entityRef, outcome, finishedAt, undoes, ...rest } = knownOf(
      JSON.parse(known),
    );
    added.set(first, { ...rest, ...added.get(first) });
  }
  return added;
}

/** Links what was undone with what undid it. @returns those that come in because of it */
async function judgeAll(
  trx: Knex.Transaction,
  drafts: readonly Draft[],
): Promise<Draft[]> {
  const here = new Map(drafts.map(draft => [draft.row.id, draft]));
  const before = await readRows(trx, here.keys());
  const targets = new Set([
    ...here.keys(),
    ...before.flatMap(({ rollback_of: id }) => id ?? []),
    ...drafts.flatMap(({ row }) => row.rollback_of ?? []),
  ]);
  const more = await readDraftsOf(
    trx,
    [...targets].filter(id => !here.has(id)),
  );
  for (const draft of more) here.set(draft.row.id, draft);
  const claims = (await readRows(trx, targets, 'rollback_of')).filter(
    ({ id }) => !here.has(id),
  );
  const undoers = new Map<string, DeploymentRow>();
  for (const row of [...claims, ...[...here.values()].map(d => d.row)]) {
    const { rollback_of: target } = row;
    if (!target || row.active_from === null) continue;
    const known = undoers.get(target);
    if (!known || isBefore(row, known)) undoers.set(target, row);
  }
  for (const id of targets) {
    const draft = here.get(id);
    if (draft) judgeFailures(draft.row, undoers.get(id));
  }
  return more;
}

function isBefore(one: DeploymentRow, other: DeploymentRow): boolean {
  const [a, b] = [Number(one.active_from), Number(other.active_from)];
  return a < b || (a === b && one.id < other.id);
}

async function readDraftsOf(
  trx: Knex.Transaction,
  ids: string[],
): Promise<Draft[]> {
  const rows = await readRows(trx, ids);
  return rows.map(row => Draft.of(row));
}
