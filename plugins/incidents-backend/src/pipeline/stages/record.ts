import type { Batch } from '../Batch';
import { updateRows } from '../database/tuples';
import type { PipelineState } from '../PipelineState';
import { recordAlerts } from '../recording/recordAlerts';
import { recordChanges, recordFindings } from '../recording/recordChanges';
import { recordEntities } from '../recording/recordEntities';
import { recordGroups } from '../recording/recordGroups';
import { recordHealth } from '../recording/recordHealth';
import { recordIncidents } from '../recording/recordIncidents';
import { recordSuppressions } from '../recording/recordSuppressions';
import { appendTimeline } from '../../incidents';

/** Writes what the batch came to, each table in a few statements. */
export async function record(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const { trx } = batch;
  await recordIncidents(batch, state);
  await recordGroups(batch, state);
  await recordAlerts(batch);
  await recordSuppressions(batch);
  await recordChanges(batch, state);
  await recordFindings(batch);
  await recordEntities(batch, state);
  await recordHealth(batch, state);
  await appendTimeline(trx, batch.timeline);
  await updateRows(
    trx,
    'inbox',
    'id',
    { id: 'bigint', outcome: 'text' },
    [...batch.outcomes].map(([id, outcome]) => ({ id, outcome })),
  );
}
