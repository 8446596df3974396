import {
  incidentIdOf,
  type Suspect,
} from '@ghostlight/plugin-incidents-common';
import { readAlertRow } from '../AlertRow';
import { bystander, type Batch } from '../Batch';
import { readAlertsOf } from '../database/readAlerts';
import type { PipelineState } from '../PipelineState';
import { quieten, release } from '../suppression/quieten';
import { nameOf, type Verdict } from '../suppression/Verdict';
import { edit } from './joinIncidents';

const mostSuspects = 5;

/**
 * Ranks the suspects of the incidents that the batch touches, and says of each alert whether it is
 * a symptom: those of a known origin tell nobody anything new.
 */
export async function rankSuspects(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const incidents = new Set<number>();
  for (const id of batch.touched) {
    const incident = state.groups.get(id)?.incident;
    if (incident !== undefined) incidents.add(incident);
  }
  const moved: number[] = [];
  for (const number of incidents) {
    const ids = state.groups.of(number).map(({ id }) => id);
    const suspects = suspectsOf(ids, state);
    const known = batch.incidents.get(number);
    batch.suspects.set(number, suspects);
    if (!known) continue;
    const stored = JSON.stringify(suspects);
    if (stored === known.suspects) continue;
    edit(batch, number, { suspects: stored });
    if (known.origin_ref !== (suspects[0]?.entityRef ?? null)) {
      moveOrigin(batch, state, number, suspects);
      moved.push(...ids);
    }
  }
  // Where the origin is another, other alerts are symptoms than before.
  for (const raw of await readAlertsOf(batch.trx, moved)) {
    const row = readAlertRow(raw);
    if (!batch.works.has(row.id)) batch.works.set(row.id, bystander(row));
  }
  markSymptoms(batch, state, incidents);
}

function suspectsOf(
  groups: number[],
  { correlation }: PipelineState,
): Suspect[] {
  const all = groups.flatMap(id => correlation.suspects(id));
  if (groups.length === 1) return all;
  const best = new Map<string, Suspect>();
  for (const suspect of all) {
    const other = best.get(suspect.entityRef);
    if (!other || other.score < suspect.score)
      best.set(suspect.entityRef, suspect);
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSuspects);
}

function moveOrigin(
  batch: Batch,
  { tools }: PipelineState,
  number: number,
  [first]: Suspect[],
): void {
  const known = batch.incidents.get(number)!;
  edit(batch, number, { origin_ref: first?.entityRef ?? null });
  if (!first) return;
  const { graph } = tools;
  const before = known.origin_ref ? graph.get(known.origin_ref) : undefined;
  const entity = graph.get(first.entityRef);
  // An owner that a person named stays.
  if (known.owner_ref === null || known.owner_ref === before?.ownerRef)
    edit(batch, number, {
      owner_ref: entity?.ownerRef ?? known.owner_ref,
      system_ref: entity?.systemRef ?? known.system_ref,
    });
  batch.timeline.push({
    incident: number,
    at: batch.now,
    kind: 'entity',
    text: `Probable origin: ${first.entityRef}`,
    data: { entityRef: first.entityRef, role: 'origin' },
    because: first.evidence,
    key: `origin:${first.entityRef}:${batch.key}`,
  });
}

function markSymptoms(
  batch: Batch,
  { correlation, groups, tools }: PipelineState,
  incidents: ReadonlySet<number>,
): void {
  const symptoms = new Map<number, ReadonlySet<number>>();
  for (const { row, reports } of batch.works.values()) {
    const { group_id: groupId, incident_number: number } = row;
    if (groupId === null || number === null || !incidents.has(number)) continue;
    if (!groups.get(groupId)) continue;
    let ids = symptoms.get(groupId);
    if (!ids) symptoms.set(groupId, (ids = correlation.symptoms(groupId)));
    row.is_symptom = ids.has(row.id);
    if (row.status !== 'firing' || !row.current) continue;
    const [origin] = batch.suspects.get(number) ?? [];
    const incidentId = incidentIdOf(number);
    const originRef = String(origin?.entityRef);
    const verdict: Verdict = {
      kind: 'symptom',
      cause: incidentId,
      reason: `Symptom: it depends on ${originRef}, the probable origin of ${incidentId}`,
      said: {
        code: 'suppression.symptom',
        params: { entityRef: originRef, incidentId },
      },
    };
    const quiet =
      tools.rules.suppress.symptoms &&
      row.is_symptom &&
      origin !== undefined &&
      origin.confidence !== 'low' &&
      !batch.undone.get(row.id)?.has(nameOf(verdict));
    const isHeard = row.suppressed_kind === null;
    if (quiet && (isHeard || row.suppressed_kind === 'symptom')) {
      const counted = isHeard ? Math.max(reports, 1) : 0;
      quieten(row, verdict, { now: batch.now, reports: counted });
    } else if (row.suppressed_kind === 'symptom') release(row);
  }
}
