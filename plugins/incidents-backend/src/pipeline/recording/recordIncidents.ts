import {
  changeStatus,
  openIncidents,
  type IncidentOpening,
  type IncidentRow,
} from '../../incidents';
import type { AlertRow } from '../AlertRow';
import type { Batch } from '../Batch';
import { edit } from '../deciding/joinIncidents';
import { updateRows, type ColumnType } from '../database/tuples';
import { lockIncidents } from '../incidentPlace';
import type { Opening } from '../Opening';
import type { PipelineState } from '../PipelineState';
import { titleOf } from '../deciding/titleOf';
import { rolesOf } from './recordEntities';

const editable: Partial<Record<keyof IncidentRow, ColumnType>> = {
  number: 'int',
  severity: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  origin_ref: 'text',
  suspects: 'text',
  alert_count: 'int',
};

/** Opens, reopens and changes incidents. */
export async function recordIncidents(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const { trx, now } = batch;
  await open(batch, state);
  for (const [number, { because, said }] of [...batch.reopenings].sort(
    ([a], [b]) => a - b,
  )) {
    const change = {
      incident: number,
      to: 'investigating',
      now,
      because,
      said,
    } as const;
    const done = await changeStatus(trx, change);
    if (!done) continue;
    batch.news.push({
      incident: number,
      kind: 'reopened',
      key: `reopened:${batch.key}`,
      at: now,
    });
  }
  const known = [...batch.edits].map(([number, columns]) => ({
    ...batch.incidents.get(number),
    ...columns,
    number,
    updated_at: now,
  }));
  await updateRows(
    trx,
    'incidents',
    'number',
    { ...editable, updated_at: 'bigint' } as Record<string, ColumnType>,
    known,
  );
}

async function open(batch: Batch, state: PipelineState): Promise<void> {
  const { trx, now, openings } = batch;
  if (!openings.length) return;
  const members = membersOf(batch);
  const numbers = await openIncidents(
    trx,
    openings.map(opening =>
      describe(opening, members.get(opening.groupId) ?? [], batch, state),
    ),
  );
  for (const [at, { number, groupId }] of openings.entries()) {
    if (numbers[at] !== number)
      throw new Error(
        `Incident ${number} became ${numbers[at]}: the counter moved`,
      );
    edit(batch, number, { alert_count: members.get(groupId)?.length ?? 0 });
    batch.news.push({
      incident: number,
      kind: 'opened',
      key: 'opened',
      at: now,
    });
  }
  await lockIncidents(batch, numbers);
}

function describe(
  { number, groupId, rule, severity, because, becauseSaid }: Opening,
  members: AlertRow[],
  { now, suspects: ranked }: Batch,
  { groups, tools }: PipelineState,
): IncidentOpening {
  const { graph } = tools;
  const suspects = ranked.get(number) ?? [];
  const refs = [
    suspects[0]?.entityRef,
    ...members.map(({ entity_ref: ref }) => ref),
  ];
  const first =
    refs.map(ref => ref && graph.get(ref)).find(Boolean) || undefined;
  return {
    title: titleOf(rule, members, suspects, graph),
    severity,
    source: rule.sloBurn ? 'slo' : 'rule',
    because,
    becauseSaid,
    startedAt: earliest(now, members, 'starts_at'),
    detectedAt: earliest(now, members, 'received_at'),
    now,
    ownerRef: first?.ownerRef,
    systemRef: first?.systemRef,
    suspects,
    sloAffecting: groups.get(groupId)?.burn ? true : undefined,
    entities: rolesOf(number, members, suspects).map(entity => ({
      ...entity,
      ownerRef: graph.get(entity.entityRef)?.ownerRef,
      systemRef: graph.get(entity.entityRef)?.systemRef,
    })),
  };
}

/** A group may have more alerts than a call takes arguments. */
function earliest(
  now: number,
  members: readonly AlertRow[],
  column: 'starts_at' | 'received_at',
): number {
  return members.reduce((least, row) => Math.min(least, row[column]), now);
}

/** Alerts of the groups that become incidents. */
function membersOf({ openings, works }: Batch): Map<number, AlertRow[]> {
  const members = new Map<number, AlertRow[]>(
    openings.map(({ groupId }) => [groupId, []]),
  );
  for (const { row } of works.values())
    if (row.group_id !== null) members.get(row.group_id)?.push(row);
  for (const rows of members.values())
    rows.sort((a, b) => a.starts_at - b.starts_at || a.id - b.id);
  return members;
}
