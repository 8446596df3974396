import type { IncidentRow } from '../../incidents';
import type { Batch } from '../Batch';
import type { PipelineState } from '../PipelineState';

/** Alerts of a group are alerts of its incident. */
export function joinIncidents(batch: Batch, { groups }: PipelineState): void {
  const gained = new Map<number, number>();
  for (const work of batch.works.values()) {
    const { row } = work;
    if (row.group_id === null || !batch.touched.has(row.group_id)) continue;
    const incident = groups.get(row.group_id)?.incident;
    if (incident === undefined || row.incident_number === incident) continue;
    work.joined = true;
    row.incident_number = incident;
    gained.set(incident, (gained.get(incident) ?? 0) + 1);
  }
  for (const [number, count] of gained) {
    const before = batch.incidents.get(number)?.alert_count ?? 0;
    edit(batch, number, { alert_count: before + count });
  }
}

/** Adds to what is to be set of an incident. */
export function edit(
  { edits }: Pick<Batch, 'edits'>,
  number: number,
  columns: Partial<IncidentRow>,
): void {
  edits.set(number, { ...edits.get(number), ...columns });
}
