import { createHash } from 'node:crypto';
import type { AlertRow } from '../AlertRow';
import type { Report } from '../Batch';

const day = 24 * 3_600_000;
/** Transitions whose instants are kept. */
const mostTurns = 100;

/** What a report says of an alert that is known. */
export type Effect = 'repeated' | 'resolved' | 'returned' | 'another' | 'late';

export interface EpisodeRules {
  /** An alert that returns within this is the same one; later it is another. */
  returnWithinMs: number;
  /**
   * A firing report that comes this long after the end was said is believed, whatever start it
   * names: some senders resolve what they lost sight of, and go on with the old start.
   */
  lateMs: number;
}

/** Hash of an adapter and what its sender knows the alert by. */
export function fingerprintOf(adapter: string, fingerprint: string): string {
  return createHash('sha256')
    .update(`${adapter}\n${fingerprint}`)
    .digest('hex');
}

/** When the report has it begin, for telling it from an end: by the sender's clock. */
export function firedAt({ event, receivedAt }: Report, lateMs: number) {
  return Math.max(sane(event.startsAt, receivedAt), receivedAt - lateMs);
}

/** When the report has it end. An end before the start can only mean no time at all. */
export function endedAt({ event, receivedAt }: Report): number {
  const end = sane(event.endsAt ?? receivedAt, receivedAt);
  return Math.max(end, sane(event.startsAt, receivedAt));
}

/**
 * What a report means for an alert: it fires when the latest start that was reported is after the
 * latest end that was reported. So the order in which reports come does not matter.
 */
export function effectOf(
  row: AlertRow,
  report: Report,
  rules: EpisodeRules,
): Effect {
  if (report.event.status === 'resolved') {
    const end = endedAt(report);
    if (row.status === 'resolved') return 'repeated';
    return end >= (row.fired_at ?? 0) ? 'resolved' : 'late';
  }
  if (row.status === 'firing') return 'repeated';
  const start = firedAt(report, rules.lateMs);
  const end = row.ends_at ?? 0;
  if (start <= end) return 'late';
  return start - end <= rules.returnWithinMs ? 'returned' : 'another';
}

/** Takes the report into the row; not for `another`. */
export function takeReport(
  row: AlertRow,
  report: Report,
  effect: Exclude<Effect, 'another'>,
  rules: EpisodeRules,
): void {
  const { event, receivedAt, inboxId } = report;
  if (event.status === 'firing') row.occurrences += 1;
  row.last_inbox_id = Math.max(row.last_inbox_id ?? 0, inboxId);
  const isNews = effect !== 'late' && receivedAt >= row.last_seen_at;
  row.last_seen_at = Math.max(row.last_seen_at, receivedAt);
  if (event.status === 'firing' && effect !== 'late') {
    row.fired_at = Math.max(row.fired_at ?? 0, firedAt(report, rules.lateMs));
    row.starts_at = Math.min(row.starts_at, begunAt(report));
  }
  if (event.status === 'resolved' && effect !== 'late')
    row.ends_at = Math.max(row.ends_at ?? 0, endedAt(report));
  if (effect === 'resolved') {
    row.status = 'resolved';
    turn(row, endedAt(report), receivedAt);
  }
  if (effect === 'returned') {
    row.status = 'firing';
    row.ends_at = null;
    turn(row, firedAt(report, rules.lateMs), receivedAt);
  }
  // What says that it is over often says little else.
  if (isNews && event.status === 'firing') describe(row, report);
}

/** A new alert, made of its first report. */
export function rowOf(
  id: number,
  report: Report,
  rules: EpisodeRules,
): AlertRow {
  const { event, adapter, receivedAt, inboxId } = report;
  const firing = event.status === 'firing';
  const row: AlertRow = {
    id,
    fingerprint: report.fingerprint,
    current: true,
    adapter,
    name: event.name,
    title: event.title,
    description: null,
    severity: event.severity,
    status: event.status,
    entity_ref: null,
    entity_confidence: null,
    entity_reason: null,
    entity_said: null,
    owner_ref: null,
    environment: null,
    starts_at: begunAt(report),
    ends_at: firing ? null : endedAt(report),
    fired_at: firing ? firedAt(report, rules.lateMs) : null,
    received_at: receivedAt,
    last_seen_at: receivedAt,
    occurrences: 1,
    transitions: 0,
    turns: '[]',
    labels: '{}',
    annotations: '{}',
    url: null,
    last_inbox_id: inboxId,
    group_id: null,
    incident_number: null,
    is_symptom: false,
    joined: null,
    suppressed_kind: null,
    suppressed_reason: null,
    suppressed_said: null,
    suppressed_cause: null,
    suppressed_at: null,
    suppressed_until: null,
    suppressed_count: 0,
    recheck_at: null,
  };
  describe(row, report);
  return row;
}

/** Ends an alert without a report, as of now. */
export function endWithoutReport(row: AlertRow, now: number): void {
  row.status = 'resolved';
  row.ends_at = Math.max(now, row.fired_at ?? 0);
  turn(row, now, now);
}

/** Instants of its latest transitions, the oldest first. */
export function turnsOf(row: AlertRow): number[] {
  return JSON.parse(row.turns);
}

function turn(row: AlertRow, at: number, receivedAt: number): void {
  row.transitions += 1;
  const turns = [...turnsOf(row), Math.min(at, receivedAt)]
    .sort((a, b) => a - b)
    .slice(-mostTurns);
  row.turns = JSON.stringify(turns);
}

function describe(row: AlertRow, { event }: Report): void {
  row.name = event.name;
  row.title = event.title;
  row.description = event.description ?? row.description;
  row.severity = event.severity;
  row.environment = event.environment ?? row.environment;
  row.labels = JSON.stringify(event.labels);
  row.annotations = JSON.stringify(event.annotations);
  row.url = event.url ?? row.url;
}

/** Start for people and metrics: a sender's clock may run ahead of ours. */
function begunAt({ event, receivedAt }: Report): number {
  return Math.min(sane(event.startsAt, receivedAt), receivedAt);
}

/** Clocks differ; an instant more than a day ahead is none. */
function sane(at: number, receivedAt: number): number {
  return at > receivedAt + day ? receivedAt : at;
}
