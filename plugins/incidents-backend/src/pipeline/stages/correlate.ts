import { incidentIdOf, type Reason } from '@ghostlight/plugin-incidents-common';
import { readAlertRow } from '../AlertRow';
import { bystander, type AlertWork, type Batch } from '../Batch';
import { allocateIds } from '../database/allocateIds';
import { readAlertsOf } from '../database/readAlerts';
import type { GroupState } from '../GroupBook';
import { lockIncidents, placeOfIncident } from '../incidentPlace';
import { correlated, type PipelineState } from '../PipelineState';

/** Puts what fires, and is not kept quiet, into groups; and tells groups what became of their alerts. */
export async function correlate(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const works = [...batch.works.values()];
  for (const work of works) loosen(work, batch, state);
  const seeking = works.filter(work => seeksPlace(work, batch));
  await lockIncidents(batch, incidentsNear(seeking, batch, state));
  const ids = await allocateIds(batch.trx, 'groups', seeking.length);
  for (const work of works) {
    if (seeksPlace(work, batch)) await place(work, batch, state, ids);
    else await follow(work, batch, state);
  }
}

/**
 * An alert that was alone because nobody knew its entity may belong elsewhere now. One of an incident
 * keeps its place.
 */
function loosen(
  { row, recheck, reports }: AlertWork,
  batch: Batch,
  state: PipelineState,
): void {
  if (!recheck || reports || row.entity_ref === null) return;
  const group =
    row.group_id === null ? undefined : state.groups.get(row.group_id);
  const isAlone = group?.alerts === 1 && group.incident === undefined;
  if (!group || !isAlone || group.byHand || row.status !== 'firing') return;
  state.close(group.id);
  batch.closed.add(group.id);
  row.group_id = null;
}

/** It fires, may be heard, and is in no group yet or came back. */
function seeksPlace(
  { row, fired, was }: AlertWork,
  { released }: Batch,
): boolean {
  if (!row.current || row.status !== 'firing') return false;
  if (row.suppressed_kind !== null && row.suppressed_kind !== 'symptom')
    return false;
  const wasKept =
    was?.status === 'firing' &&
    was.suppressed_kind !== null &&
    was.suppressed_kind !== 'symptom';
  return row.group_id === null || fired || wasKept || released.has(row.id);
}

/** Incidents of the groups that the alerts may go to, so that they are read at once. */
function incidentsNear(
  works: AlertWork[],
  { now }: Batch,
  { correlation, groups }: PipelineState,
): (number | null | undefined)[] {
  return works.flatMap(({ row, labels, heir }) => {
    const own = row.group_id ?? heir?.groupId;
    if (own !== undefined) return [groups.get(own)?.incident];
    const { groupId, merges = [] } = correlation.place(
      correlated(row, labels),
      now,
    );
    return [groupId, ...merges]
      .map(id => id !== undefined && groups.get(id)?.incident)
      .map(number => number || undefined);
  });
}

async function place(
  work: AlertWork,
  batch: Batch,
  state: PipelineState,
  ids: number[],
): Promise<void> {
  const { row, labels, heir } = work;
  const { correlation, groups } = state;
  const own = row.group_id ?? heir?.groupId;
  let group = own === undefined ? undefined : await usable(own, batch, state);
  let because: Reason[] = [];
  const stays = group !== undefined && row.group_id === group.id;
  if (group && !stays) because = [sameAlert(group)];
  let merges: number[] = [];
  // A group that turns out to be over is forgotten, and the next best is asked for.
  for (let turn = 0; !group && turn < 5; turn++) {
    const placement = correlation.place(correlated(row, labels), batch.now);
    if (placement.groupId === undefined) break;
    group = await usable(placement.groupId, batch, state);
    ({ because, merges = [] } = placement);
  }
  if (!group) {
    because = [];
    group = groups.open(ids.shift()!, { openedAt: batch.now, isNew: true });
  }
  for (const other of merges) {
    const joined = await usable(other, batch, state);
    if (joined) group = await unite(group, joined, batch, state);
  }
  if (!stays) {
    // Of an incident that is gone: what comes now is not swallowed by it.
    row.incident_number = null;
    row.group_id = group.id;
    row.joined = JSON.stringify(because);
    groups.join(group, row, labels);
    work.placed = true;
  } else {
    group.occurrences += gained(work);
    groups.note(group, row, labels);
  }
  work.heard = true;
  put(work, group, batch, state);
  batch.candidates.add(group.id);
}

/** An alert that stays where it is: what changed about it. */
async function follow(
  work: AlertWork,
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const { row, was, ended, recheck } = work;
  if (row.group_id === null) {
    await joinQuietly(work, batch, state);
    return;
  }
  const group = state.groups.get(row.group_id);
  if (!group) return;
  group.occurrences += gained(work);
  const changed =
    ended ||
    recheck ||
    was?.status !== row.status ||
    was?.severity !== row.severity ||
    was?.entity_ref !== row.entity_ref;
  if (changed) {
    state.groups.note(group, row, work.labels);
    put(work, group, batch, state);
  }
  if (row.status === 'firing' && isHeard(work)) batch.candidates.add(group.id);
}

/** What was over before it was seen makes no group, but belongs to one that is there. */
async function joinQuietly(
  work: AlertWork,
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const { row, labels, ended, was } = work;
  if (!ended || was) return;
  const { groupId, because } = state.correlation.place(
    correlated(row, labels),
    batch.now,
  );
  if (groupId === undefined) return;
  const group = await usable(groupId, batch, state);
  if (!group) return;
  row.group_id = group.id;
  row.joined = JSON.stringify(because);
  work.placed = true;
  state.groups.join(group, row, labels);
  put(work, group, batch, state);
}

function put(
  { row, labels }: AlertWork,
  group: GroupState,
  batch: Batch,
  { correlation }: PipelineState,
): void {
  group.lastAt = Math.max(group.lastAt, batch.now);
  correlation.put(group.id, correlated(row, labels), { byHand: group.byHand });
  batch.touched.add(group.id);
}

/** The group, unless its incident is gone: then nothing joins it any more. */
async function usable(
  id: number,
  batch: Batch,
  state: PipelineState,
): Promise<GroupState | undefined> {
  const { groups, tools } = state;
  const group = groups.get(id);
  if (!group) return undefined;
  if (group.incident === undefined) return group;
  await lockIncidents(batch, [group.incident]);
  const incident = placeOfIncident(
    batch,
    group.incident,
    tools.rules.incidents.reopenWithinMs,
  );
  if (incident === undefined) {
    state.close(id);
    batch.closed.add(id);
    return undefined;
  }
  if (incident !== group.incident) {
    groups.belong(id, incident);
    batch.touched.add(id);
  }
  return group;
}

/** Makes one of two groups that an alert shows to be of one cause. */
async function unite(
  one: GroupState,
  other: GroupState,
  batch: Batch,
  state: PipelineState,
): Promise<GroupState> {
  const { correlation, groups } = state;
  if (one.id === other.id || one.byHand || other.byHand) return one;
  // Two incidents are for people to merge.
  if (one.incident !== undefined && other.incident !== undefined) return one;
  const [into, from] =
    other.incident === undefined ? [one, other] : [other, one];
  if (!from.isNew) {
    for (const raw of await readAlertsOf(batch.trx, [from.id])) {
      const row = readAlertRow(raw);
      if (batch.works.has(row.id)) continue;
      batch.works.set(row.id, bystander(row));
    }
    batch.closed.add(from.id);
  }
  for (const moved of batch.works.values()) {
    if (moved.row.group_id !== from.id) continue;
    moved.row.group_id = into.id;
    moved.placed = true;
    groups.join(into, moved.row, moved.labels);
  }
  correlation.merge(into.id, from.id);
  groups.close(from.id);
  batch.candidates.delete(from.id);
  batch.touched.delete(from.id);
  return into;
}

/** Firing reports in this batch. */
function gained({ row, was }: AlertWork): number {
  return row.occurrences - (was?.occurrences ?? 0);
}

function isHeard({ row }: AlertWork): boolean {
  return row.suppressed_kind === null || row.suppressed_kind === 'symptom';
}

function sameAlert({ incident }: GroupState): Reason {
  const text =
    incident === undefined
      ? 'The same alert was here before'
      : `The same alert was in ${incidentIdOf(incident)} before`;
  return { kind: 'same-fingerprint', text, weight: 1 };
}
