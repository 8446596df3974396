import type { Batch } from '../Batch';
import type { PipelineState } from '../PipelineState';

/** A resolved incident, one of whose alerts comes back or that another joins, is open again. */
export function reopenIncidents(batch: Batch, { groups }: PipelineState): void {
  for (const { row, heard, placed, was } of batch.works.values()) {
    if (!heard || row.group_id === null) continue;
    const number = groups.get(row.group_id)?.incident;
    const incident =
      number === undefined ? undefined : batch.incidents.get(number);
    if (incident?.status !== 'resolved') continue;
    const how = placed && !was ? 'fires' : 'fires again';
    batch.reopenings.set(incident.number, {
      because: `Reopened: “${row.title}” ${how}`,
      said: {
        code: how === 'fires' ? 'reopened.fires' : 'reopened.again',
        params: { title: row.title },
      },
    });
  }
}
