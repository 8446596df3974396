import type { Batch } from '../Batch';
import { insertRows, tuples } from '../database/tuples';

const begun = {
  alert_id: 'bigint',
  kind: 'text',
  reason: 'text',
  said: 'text',
  cause: 'text',
  at: 'bigint',
  until: 'bigint',
  count: 'int',
} as const;

/** Keeps the record of every time an alert was kept quiet. */
export async function recordSuppressions(batch: Batch): Promise<void> {
  const { trx, now } = batch;
  const started: Record<string, unknown>[] = [];
  const over: Record<string, unknown>[] = [];
  const going: Record<string, unknown>[] = [];
  for (const { row, was } of batch.works.values()) {
    const { id, suppressed_kind: kind, suppressed_cause: cause } = row;
    const goesOn =
      was?.suppressed_kind === kind && was?.suppressed_cause === cause;
    const current = {
      alert_id: id,
      kind,
      reason: row.suppressed_reason,
      said: row.suppressed_said,
      cause,
      at: now,
      until: row.suppressed_until,
      count: row.suppressed_count,
    };
    const isOver = was?.suppressed_kind && !goesOn;
    if (isOver || batch.released.has(id)) over.push({ alert_id: id });
    if (kind && !goesOn) started.push(current);
    const moved =
      was?.suppressed_count !== row.suppressed_count ||
      was?.suppressed_until !== row.suppressed_until;
    if (kind && goesOn && moved) going.push(current);
  }
  if (over.length)
    await trx.raw(
      `update suppressions set ended_at = ? from ? w
       where suppressions.alert_id = w.alert_id and suppressions.ended_at is null`,
      [now, tuples(trx, { alert_id: 'bigint' }, over)],
    );
  if (going.length)
    await trx.raw(
      `update suppressions set count = w.count, until = w.until from ? w
       where suppressions.alert_id = w.alert_id and suppressions.ended_at is null`,
      [
        tuples(
          trx,
          { alert_id: 'bigint', count: 'int', until: 'bigint' },
          going,
        ),
      ],
    );
  await insertRows(trx, 'suppressions', begun, started);
}
