import { writeSaid } from '../../database/readSaid';
import { readAlertRow, type AlertRow } from '../AlertRow';
import { bystander, type AlertWork, type Batch, type Report } from '../Batch';
import { allocateIds } from '../database/allocateIds';
import { readCurrentAlerts, readDueAlerts } from '../database/readAlerts';
import {
  effectOf,
  endWithoutReport,
  rowOf,
  takeReport,
  type Effect,
} from '../episodes/applyReport';
import { lockIncidents, placeOfIncident } from '../incidentPlace';
import type { PipelineState } from '../PipelineState';
import type { Resolution } from '../resolve';

/**
 * Makes one alert of all reports of one thing firing. Their order does not matter: what is late or
 * was there before changes nothing but counters.
 */
export async function deduplicate(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const current = new Map<string, AlertWork>();
  const fingerprints = new Set(
    batch.reports.map(({ fingerprint }) => fingerprint),
  );
  for (const raw of await readCurrentAlerts(batch.trx, fingerprints)) {
    const work = bystander(readAlertRow(raw));
    current.set(work.row.fingerprint, work);
  }
  await lockIncidents(
    batch,
    [...current.values()].map(({ row }) => row.incident_number),
  );
  const ids = await allocateIds(
    batch.trx,
    'alerts',
    mostNew(batch.reports, current),
  );
  for (const report of batch.reports)
    take(report, { batch, state, current, ids });
  await lookAgain(batch, state);
}

interface Bench {
  batch: Batch;
  state: PipelineState;
  current: Map<string, AlertWork>;
  ids: number[];
}

function take(report: Report, bench: Bench): void {
  const { batch, state, current } = bench;
  const { episodes } = state.tools;
  const known = current.get(report.fingerprint);
  const effect = known && judge(known.row, report, bench);
  if (!known || effect === undefined || effect === 'another') {
    const work = begin(report, bench);
    if (known) {
      work.heir = heirOf(known.row, bench);
      known.row.current = false;
      batch.works.set(known.row.id, known);
    }
    current.set(report.fingerprint, work);
    batch.outcomes.set(report.inboxId, work.fired ? 'opened' : 'resolved');
    return;
  }
  takeReport(known.row, report, effect, episodes);
  known.reports += 1;
  if (effect === 'resolved') known.ended = true;
  if (effect === 'returned') known.fired = true;
  known.labels = JSON.parse(known.row.labels);
  if (report.resolution) identify(known.row, report.resolution, state);
  batch.works.set(known.row.id, known);
  batch.outcomes.set(report.inboxId, effect);
}

/** A return to an incident that is gone is another alert: the old one must not swallow it. */
function judge(row: AlertRow, report: Report, { batch, state }: Bench): Effect {
  const { episodes, rules } = state.tools;
  const effect = effectOf(row, report, episodes);
  if (effect !== 'returned' || row.incident_number === null) return effect;
  const place = placeOfIncident(
    batch,
    row.incident_number,
    rules.incidents.reopenWithinMs,
  );
  return place === undefined ? 'another' : effect;
}

function heirOf(row: AlertRow, { batch, state }: Bench) {
  if (row.group_id === null || row.incident_number === null) return undefined;
  const place = placeOfIncident(
    batch,
    row.incident_number,
    state.tools.rules.incidents.reopenWithinMs,
  );
  return place === undefined ? undefined : { groupId: row.group_id };
}

function begin(report: Report, { batch, state, ids }: Bench): AlertWork {
  const row = rowOf(ids.shift()!, report, state.tools.episodes);
  if (report.resolution) identify(row, report.resolution, state);
  const fired = row.status === 'firing';
  const work: AlertWork = {
    row,
    recheck: false,
    reports: 1,
    fired,
    ended: !fired,
    placed: false,
    heard: false,
    joined: false,
    labels: report.event.labels,
  };
  batch.works.set(row.id, work);
  return work;
}

/** Alerts that are due without a report: what held them back may be over, or they are. */
async function lookAgain(batch: Batch, state: PipelineState): Promise<void> {
  const missing = batch.due.filter(id => !batch.works.has(id));
  const { graph, silentAfterMs } = state.tools;
  for (const raw of await readDueAlerts(batch.trx, missing)) {
    const work = { ...bystander(readAlertRow(raw)), recheck: true };
    const { row, labels } = work;
    if (row.status === 'firing' && row.entity_ref === null && graph.size) {
      const annotations = JSON.parse(row.annotations);
      const { adapter, name } = row;
      const subject = { adapter, name, labels, annotations };
      identify(row, state.resolver.resolve(subject), state);
    }
    const silentAfter = silentAfterMs[row.adapter];
    if (
      row.status === 'firing' &&
      silentAfter !== undefined &&
      row.last_seen_at + silentAfter <= batch.now
    ) {
      endWithoutReport(row, batch.now);
      work.ended = true;
    }
    batch.works.set(row.id, work);
  }
  for (const id of batch.due) {
    const work = batch.works.get(id);
    if (work) work.recheck = true;
  }
  await lockIncidents(
    batch,
    [...batch.works.values()].map(({ row }) => row.incident_number),
  );
}

/** What is of a known entity stays so: links do not change under those who follow them. */
function identify(
  row: AlertRow,
  { entityRef, confidence, reason, said }: Resolution,
  { tools }: PipelineState,
): void {
  if (row.entity_ref === null) {
    row.entity_ref = entityRef ?? null;
    row.entity_confidence = confidence;
    row.entity_reason = reason;
    row.entity_said = writeSaid(said);
  }
  row.owner_ref = row.entity_ref
    ? tools.graph.get(row.entity_ref)?.ownerRef ?? row.owner_ref
    : null;
}

/** As many alerts as the batch can begin: one for each report at most, and mostly none. */
function mostNew(reports: Report[], current: Map<string, AlertWork>): number {
  const unknown = new Set<string>();
  let most = 0;
  for (const { fingerprint, event } of reports) {
    if (!current.has(fingerprint) && !unknown.has(fingerprint)) {
      unknown.add(fingerprint);
      most += 1;
    } else if (event.status === 'firing') most += 1;
  }
  return most;
}
