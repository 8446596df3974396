import type { Batch } from '../Batch';
import { holds } from '../database/holds';
import { listOf, rowsOf, tuples } from '../database/tuples';
import type { PipelineState } from '../PipelineState';

/**
 * Says which entities of the touched incidents are well again and which are not, and when an incident
 * is over as far as its alerts tell.
 */
export async function recordHealth(
  batch: Batch,
  { tools }: PipelineState,
): Promise<void> {
  const { trx, now } = batch;
  const pairs = new Map<string, { number: number; ref: string }>();
  const ends = new Map<number, number>();
  for (const { row, fired, ended, joined, recheck } of batch.works.values()) {
    const { incident_number: number, entity_ref: ref } = row;
    if (number === null || !(fired || ended || joined || recheck)) continue;
    ends.set(number, Math.max(ends.get(number) ?? 0, row.ends_at ?? 0));
    if (ref) pairs.set(`${number} ${ref}`, { number, ref });
  }
  if (!ends.size) return;
  if (pairs.size) await markEntities(batch, [...pairs.values()]);
  const burning = new Set(
    rowsOf<{ v: number }>(
      await trx.raw(
        `select w.v from ? w where exists (
           select 1 from alerts a where a.incident_number = w.v and ${holds(
             'a',
           )})`,
        [listOf(trx, 'int', ends.keys())],
      ),
    ).map(({ v }) => v),
  );
  const changed: { number: number; at: number | null; recovered: boolean }[] =
    [];
  for (const [number, end] of ends) {
    const incident = batch.incidents.get(number);
    if (!incident) continue;
    const isOver = incident.recovered_at !== null;
    if (burning.has(number) === !isOver) continue;
    const at = Math.max(Math.min(end || now, now), Number(incident.started_at));
    const resolved =
      incident.status === 'resolved' && !batch.reopenings.has(number);
    if (isOver && resolved) continue;
    changed.push({ number, at: isOver ? null : at, recovered: !isOver });
  }
  if (!changed.length) return;
  await trx.raw(
    `update incidents set recovered_at = w.at, updated_at = ? from ? w
     where incidents.number = w.number`,
    [now, tuples(trx, { number: 'int', at: 'bigint' }, changed)],
  );
  const { resolveAfterMs } = tools.rules.incidents;
  const then =
    resolveAfterMs === undefined
      ? ''
      : `; resolved in ${Math.round(
          resolveAfterMs / 60_000,
        )} min unless one returns`;
  for (const { number, recovered } of changed) {
    if (!recovered) continue;
    batch.timeline.push({
      incident: number,
      at: now,
      kind: 'alert',
      text: `Nothing of severity error or worse fires any more${then}`,
      key: `recovered:${batch.key}`,
    });
  }
}

async function markEntities(
  { trx, now }: Batch,
  pairs: { number: number; ref: string }[],
): Promise<void> {
  await trx.raw(
    `update incident_entities set healthy_at = case when exists (
         select 1 from alerts a where a.incident_number = incident_entities.incident_number
           and a.entity_ref = incident_entities.entity_ref and ${holds('a')})
       then null else coalesce(incident_entities.healthy_at, ?) end
     from ? w
     where incident_entities.incident_number = w.number
       and incident_entities.entity_ref = w.ref`,
    [now, tuples(trx, { number: 'int', ref: 'text' }, pairs)],
  );
}
