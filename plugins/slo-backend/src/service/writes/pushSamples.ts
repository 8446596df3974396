import type {
  Objective,
  PushResult,
  Sample,
} from '@ghostlight/plugin-slo-common';
import type { RecordItem } from '../../ledger';
import { getObjectiveRows } from '../database/objectiveRows';
import type { CallOptions } from '../ObjectivesService';
import type { ServiceContext } from '../ServiceContext';
import { readSamples } from './readSamples';

const minutesOfDay = 24 * 60;

/** Records good and total counts of closed minutes, and judges the objectives anew. */
export async function pushSamples(
  context: ServiceContext,
  samples: Sample[],
  { visible }: CallOptions,
): Promise<PushResult> {
  const { db, ledger, judge } = context;
  const refs = [...new Set(samples.map(sample => sample.ref))];
  const rows = new Map(
    (await getObjectiveRows(db, { refs }, visible)).map(row => [
      row.objective.ref,
      row,
    ]),
  );
  const open = Math.floor(context.now() / 60);
  const { taken, rejected } = readSamples(samples, {
    open,
    oldest: open - ledger.retention.days * minutesOfDay,
    refuse: ref => refusal(rows.get(ref)?.objective),
  });

  const batch = new Map<string, RecordItem>();
  const places = new Map<string, number>();
  for (const { index, ref, ...sample } of taken) {
    const { id, objective } = rows.get(ref)!;
    const item = batch.get(ref) ?? {
      ...objective,
      objectiveId: id,
      samples: [],
    };
    item.samples.push(sample);
    batch.set(ref, item);
    places.set(`${id} ${sample.minute}`, index);
  }
  const results = await ledger.record([...batch.values()]);
  await judge(results.map(({ objectiveId }) => objectiveId));

  let accepted = 0;
  let replaced = 0;
  for (const result of results) {
    accepted += result.accepted + result.replaced;
    replaced += result.replaced;
    for (const { minute, reason } of result.rejected) {
      const index = places.get(`${result.objectiveId} ${minute}`) ?? 0;
      rejected.push({ index, field: 'minute', reason });
    }
  }
  rejected.sort((a, b) => a.index - b.index);
  return { accepted, replaced, rejected };
}

function refusal(objective: Objective | undefined): string | undefined {
  if (!objective)
    return 'is no objective that you may push for; write it as slo:default/name';
  return objective.indicator.kind === 'push'
    ? undefined
    : "is measured from its source, not pushed; give its indicator a metric source of type 'push'";
}
