import { isRelease, type DeploymentRow } from './DeploymentRow';
import type { Neighbours, Point } from './database/readNeighbours';

/** Since when it is the version that runs, or null when it never was. */
export function activeFromOf(row: DeploymentRow): number | null {
  return isRelease(row) &&
    row.outcome === 'succeeded' &&
    row.entity_ref !== null &&
    row.same_as === null
    ? row.finished_at ?? row.started_at
    : null;
}

/** Where it stands in its lane, if anywhere. */
export function pointOf(row: DeploymentRow): Point[] {
  if (row.active_from === null || row.entity_ref === null) return [];
  const { entity_ref, environment, active_from: at, id } = row;
  return [{ entity_ref, environment, at, id }];
}

/**
 * Says of the versions of some lanes until when each was active, what it followed, and what it undid. Only
 * of those whose neighbours changed: `written` with what is next to it, and what is next to where
 * something was.
 */
export function placeVersions(options: {
  written: readonly DeploymentRow[];
  /** Those of `neighbours`. */
  others: readonly DeploymentRow[];
  neighbours: readonly Neighbours[];
}): void {
  const { written, others, neighbours } = options;
  const fresh = new Set(written.map(({ id }) => id));
  const touching = new Set(
    neighbours.map(({ before, after }) => pair(before, after)),
  );
  for (const lane of lanesOf([...written, ...others])) {
    for (let at = 0; at <= lane.length; at++) {
      const before: DeploymentRow | undefined = lane[at - 1];
      const after: DeploymentRow | undefined = lane[at];
      const isChanged =
        (before && fresh.has(before.id)) ||
        (after && fresh.has(after.id)) ||
        touching.has(pair(before?.id ?? null, after?.id ?? null));
      if (isChanged) follow(before, after);
    }
  }
}

function follow(
  before: DeploymentRow | undefined,
  after: DeploymentRow | undefined,
) {
  if (before) before.active_until = after?.active_from ?? null;
  if (!after) return;
  after.previous_version = reportedPrevious(after) ?? before?.version ?? null;
  after.rollback_of =
    after.undoes_id ?? (after.kind === 'rollback' ? before?.id ?? null : null);
}

/** What its sender said was there before it. */
export function reportedPrevious({
  change,
}: DeploymentRow): string | undefined {
  return JSON.parse(change).previousVersion;
}

function lanesOf(rows: readonly DeploymentRow[]): DeploymentRow[][] {
  const lanes = new Map<string, DeploymentRow[]>();
  for (const row of rows) {
    if (row.active_from === null) continue;
    const name = pair(row.entity_ref, row.environment);
    lanes.set(name, [...(lanes.get(name) ?? []), row]);
  }
  return [...lanes.values()].map(lane =>
    lane.sort(
      (a, b) =>
        Number(a.active_from) - Number(b.active_from) || (a.id < b.id ? -1 : 1),
    ),
  );
}

function pair(one: string | null, other: string | null): string {
  return JSON.stringify([one, other]);
}
