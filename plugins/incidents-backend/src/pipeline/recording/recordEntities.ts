import type { Suspect } from '@ghostlight/plugin-incidents-common';
import type { AlertRow } from '../AlertRow';
import type { Batch } from '../Batch';
import { indexEntities, reindexIncidents } from '../../incidents';
import { insertRows, rowsOf, tuples } from '../database/tuples';
import type { PipelineState } from '../PipelineState';

const columns = {
  incident_number: 'int',
  entity_ref: 'text',
  role: 'text',
  by_hand: 'boolean',
  since: 'bigint',
  owner_ref: 'text',
  system_ref: 'text',
} as const;

export interface EntityRole {
  entityRef: string;
  role: 'origin' | 'affected' | 'symptom';
  since: number;
}

/** Entities of an incident by its alerts: the origin, what is a symptom only, and the rest. */
export function rolesOf(
  incident: number,
  rows: readonly AlertRow[],
  [origin]: readonly Suspect[],
): EntityRole[] {
  const roles = new Map<string, EntityRole>();
  let earliest = Infinity;
  for (const row of rows) {
    if (row.incident_number !== incident) continue;
    earliest = Math.min(earliest, row.starts_at);
    if (row.entity_ref === null) continue;
    const { entity_ref: entityRef, starts_at: since } = row;
    const role = row.is_symptom ? 'symptom' : 'affected';
    const known = roles.get(entityRef);
    if (known) known.since = Math.min(known.since, since);
    else roles.set(entityRef, { entityRef, role, since });
  }
  if (origin && Number.isFinite(earliest)) {
    const known = roles.get(origin.entityRef);
    roles.set(origin.entityRef, {
      entityRef: origin.entityRef,
      role: 'origin',
      since: known?.since ?? earliest,
    });
  }
  return [...roles.values()];
}

/** Writes the entities of incidents that are open already; what a person said of one stays. */
export async function recordEntities(
  batch: Batch,
  { tools }: PipelineState,
): Promise<void> {
  const { trx } = batch;
  const opened = new Set(batch.openings.map(({ number }) => number));
  const rows = new Map<number, AlertRow[]>();
  for (const { row } of batch.works.values()) {
    const { incident_number: number } = row;
    if (number === null || opened.has(number) || !batch.suspects.has(number))
      continue;
    const list = rows.get(number);
    if (list) list.push(row);
    else rows.set(number, [row]);
  }
  const written: Record<string, unknown>[] = [];
  for (const [number, members] of rows) {
    const suspects = batch.suspects.get(number) ?? [];
    for (const { entityRef, role, since } of rolesOf(
      number,
      members,
      suspects,
    )) {
      const entity = tools.graph.get(entityRef);
      written.push({
        incident_number: number,
        entity_ref: entityRef,
        role,
        by_hand: false,
        since,
        owner_ref: entity?.ownerRef ?? null,
        system_ref: entity?.systemRef ?? null,
      });
    }
  }
  const changed = await insertRows(
    trx,
    'incident_entities',
    columns,
    written,
    `on conflict (incident_number, entity_ref) do update set role = excluded.role
     where incident_entities.role <> excluded.role and not incident_entities.by_hand
     returning incident_number, entity_ref`,
  );
  await recordWords(
    batch,
    rowsOf<{ incident_number: number; entity_ref: string }>(changed),
  );
  await demoteOrigins(batch);
}

/** Of entities that incidents got; all of those whose owner is another one now. */
async function recordWords(
  { trx, edits, incidents, openings }: Batch,
  got: { incident_number: number; entity_ref: string }[],
): Promise<void> {
  const opened = new Set(openings.map(({ number }) => number));
  const moved = new Set(
    [...edits].flatMap(([number, { owner_ref: owner }]) =>
      owner === undefined ||
      owner === incidents.get(number)?.owner_ref ||
      opened.has(number)
        ? []
        : [number],
    ),
  );
  await reindexIncidents(trx, [...moved]);
  await indexEntities(
    trx,
    got
      .filter(row => !moved.has(row.incident_number))
      .map(row => ({
        incident: row.incident_number,
        entityRef: row.entity_ref,
      })),
  );
}

/** There is one origin. */
async function demoteOrigins({ trx, edits, openings }: Batch): Promise<void> {
  const opened = new Set(openings.map(({ number }) => number));
  const moved = [...edits]
    .filter(
      ([number, { origin_ref: ref }]) =>
        ref !== undefined && !opened.has(number),
    )
    .map(([number, { origin_ref: ref }]) => ({ number, ref: ref ?? '' }));
  if (!moved.length) return;
  await trx.raw(
    `update incident_entities set role = 'affected' from ? w
     where incident_entities.incident_number = w.number
       and incident_entities.role = 'origin'
       and incident_entities.entity_ref <> w.ref
       and not incident_entities.by_hand`,
    [tuples(trx, { number: 'int', ref: 'text' }, moved)],
  );
}
