import { matches } from '@ghostlight/plugin-incidents-common';
import type { AlertWork, Batch } from '../Batch';
import { readUndone } from '../database/readAlerts';
import type { PipelineState } from '../PipelineState';
import { flappingOf } from '../suppression/flapping';
import { quieten, release } from '../suppression/quieten';
import { nameOf, type Verdict } from '../suppression/Verdict';

const minute = 60_000;
const day = 1_440 * minute;

/**
 * Keeps alerts from making incidents that are silenced, under maintenance, not to be heard of, or
 * that go to and fro. What is over is over: an end is never kept back.
 */
export async function suppress(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const known = [...batch.works.values()].filter(({ was }) => was);
  const undone = await readUndone(
    batch.trx,
    known.map(({ row }) => row.id),
  );
  for (const { alert_id: id, kind, cause, ended_at: endedAt } of undone) {
    const names = batch.undone.get(id) ?? new Set();
    batch.undone.set(id, names.add(`${kind} ${cause}`));
    if (endedAt === null) batch.released.add(id);
  }
  for (const work of batch.works.values()) judge(work, batch, state);
}

function judge(work: AlertWork, batch: Batch, state: PipelineState): void {
  const { row } = work;
  if (row.status === 'resolved' || !row.current) {
    release(row);
    row.recheck_at = null;
    return;
  }
  const undone = batch.undone.get(row.id);
  const verdict = verdictsOn(work, batch, state).find(
    candidate => !undone?.has(nameOf(candidate)),
  );
  if (verdict) quieten(row, verdict, { now: batch.now, reports: work.reports });
  else if (row.suppressed_kind === 'symptom')
    row.suppressed_count += work.reports;
  else release(row);
  row.recheck_at = recheckAt(work, verdict, batch, state);
}

function verdictsOn(
  { row, labels }: AlertWork,
  { now }: Batch,
  { silences, tools }: PipelineState,
): Verdict[] {
  const { adapter, name } = row;
  const { rules, maintenance } = tools;
  const verdicts: Verdict[] = rules.suppress.rules
    .filter(({ match }) => matches(match, { adapter, name, labels }))
    .map(rule => ({ kind: 'rule', cause: rule.name, reason: rule.reason }));
  verdicts.push(...silences.of(row, labels, now));
  const span = row.entity_ref && maintenance.during(row.entity_ref, now);
  if (span)
    verdicts.push({
      kind: 'maintenance',
      cause: span.ref,
      reason: `Maintenance: ${span.reason}`,
      said: {
        code: 'suppression.maintenance',
        params: { reason: span.reason },
      },
      until: span.until,
    });
  const flapping = flappingOf(row, rules.suppress.flapping, now);
  if (flapping) verdicts.push(flapping);
  return verdicts;
}

/** When something may be different without a report. */
function recheckAt(
  { row }: AlertWork,
  verdict: Verdict | undefined,
  { now }: Batch,
  { tools }: PipelineState,
): number | null {
  const times: number[] = [];
  if (verdict?.until !== undefined) times.push(verdict.until);
  const silentAfter = tools.silentAfterMs[row.adapter];
  if (silentAfter !== undefined) times.push(row.last_seen_at + silentAfter);
  // Its entity may be registered later: looked at less and less often.
  if (row.entity_ref === null && tools.seekEntities) {
    const age = Math.max(0, now - row.received_at);
    times.push(now + Math.min(Math.max(10 * minute, age), day));
  }
  return times.length ? Math.min(...times) : null;
}
