import type { IncidentRules } from '../../../plugins/incidents-common/src';
import { Correlator } from '../../../plugins/incidents-backend/src/correlation';
import type { Graph } from '../../../plugins/incidents-backend/src/graph';
import type { Storm } from './makeStorm';

/** Which group each alert came into, and who is suspected of it. */
export interface Grouping {
  found: Map<number, number>;
  suspects: (group: number) => { ref: string; confidence?: string }[];
}

const window = 5 * 60_000;

/** By our correlator, as the pipeline uses it. */
export function groupByCorrelator(
  storm: Storm,
  graph: Graph,
  rules: IncidentRules,
): Grouping {
  const correlator = Correlator.create({ graph, rules });
  const members = new Map<number, number[]>();
  const changes = [...storm.changes];
  let groups = 0;
  for (const alert of storm.alerts) {
    while (changes.length && changes[0].at <= alert.startsAt)
      correlator.change(changes.shift()!);
    const { groupId = ++groups, merges = [] } = correlator.place(
      alert,
      alert.startsAt,
    );
    correlator.put(groupId, alert);
    members.set(groupId, [...(members.get(groupId) ?? []), alert.id]);
    for (const other of merges) {
      correlator.merge(groupId, other);
      members.get(groupId)!.push(...members.get(other)!);
      members.delete(other);
    }
  }
  const found = new Map<number, number>();
  for (const [group, ids] of members)
    for (const id of ids) found.set(id, group);
  return {
    found,
    suspects: group =>
      correlator
        .suspects(group)
        .map(({ entityRef, confidence }) => ({ ref: entityRef, confidence })),
  };
}

/** Alerts of one name, as long as they come within the window of each other. */
export const groupByName = (storm: Storm) =>
  groupByKey(storm, ({ name }) => name);

/** Alerts of one entity within five minutes. */
export const groupByEntity = (storm: Storm) =>
  groupByKey(storm, ({ entityRef, id }) => entityRef ?? `alert ${id}`);

function groupByKey(
  { alerts }: Storm,
  keyOf: (alert: Storm['alerts'][number]) => string,
): Grouping {
  const open = new Map<string, { group: number; last: number }>();
  const found = new Map<number, number>();
  const firsts = new Map<number, Set<string>>();
  for (const alert of alerts) {
    const key = keyOf(alert);
    const known = open.get(key);
    const group =
      known && alert.startsAt - known.last <= window ? known.group : alert.id;
    open.set(key, { group, last: alert.startsAt });
    found.set(alert.id, group);
    const refs = firsts.get(group) ?? new Set<string>();
    firsts.set(group, refs);
    if (alert.entityRef) refs.add(alert.entityRef);
  }
  // Who was first, for want of anything better.
  return {
    found,
    suspects: group => [...firsts.get(group)!].map(ref => ({ ref })),
  };
}
