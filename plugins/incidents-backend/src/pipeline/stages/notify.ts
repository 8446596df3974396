import type { Batch } from '../Batch';
import type { PipelineState } from '../PipelineState';

/** Tells of incidents what others may have to hear: each is told of once at most for mere changes. */
export async function notify(
  batch: Batch,
  { tools }: PipelineState,
): Promise<void> {
  const told = new Set(batch.news.map(({ incident }) => incident));
  const changed = new Set([
    ...batch.edits.keys(),
    ...batch.timeline.map(({ incident }) => incident),
  ]);
  for (const incident of changed) {
    if (told.has(incident)) continue;
    batch.news.push({
      incident,
      kind: 'changed',
      key: `changed:${batch.key}`,
      at: batch.now,
    });
  }
  if (batch.news.length) await tools.announcer.announce(batch.trx, batch.news);
}
