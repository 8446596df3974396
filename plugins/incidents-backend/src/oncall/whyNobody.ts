import type { OncallSource } from '@ghostlight/plugin-incidents-node';
import type { OncallLevel } from '@ghostlight/plugin-incidents-common';
import type { OwnerLink } from '../graph/Graph';
import type { OwnerGraph } from './ownerChain';
import type { KnownSchedule, StoredSchedule } from './StoredSchedule';

/** Why nobody is on call and what to do about it; undefined when somebody is. */
export function whyNobody(options: {
  entityRef: string;
  owners: readonly OwnerLink[];
  known: readonly KnownSchedule[];
  row: (KnownSchedule & { schedule: StoredSchedule }) | undefined;
  levels: readonly OncallLevel[];
  sources: ReadonlyMap<string, OncallSource>;
  graph: OwnerGraph;
  at: number;
}): string | undefined {
  const { entityRef, owners, known, row, levels, sources, graph, at } = options;
  if (row) {
    if (levels.some(({ now }) => now.length)) return undefined;
    const { from, to } = row.schedule;
    if (at < from || at >= to)
      return `What ${row.source} says of ${row.ownerRef} is known from ${dayOf(
        from,
      )} to ${dayOf(to)} only. Ask for a time in between.`;
    return `The rotation of ${row.ownerRef} in ${row.source} has a gap: nobody is on call at this time. Add a shift or an override there.`;
  }
  const silent = known.find(({ error }) => error);
  if (silent)
    return `${silent.source} has not answered yet for ${silent.ownerRef}: ${silent.error}. It is asked again within a minute.`;
  if (!graph.get(entityRef) && !owners.length)
    return `The catalog does not know ${entityRef}. Check the reference, or register the entity.`;
  if (!owners.length)
    return `${entityRef} has no owner. Set spec.owner in its catalog-info.yaml.`;
  if (!sources.size)
    return 'No source of on-call rotations is set up. Add a rotation file (incidents.oncall.rotation), or the module of PagerDuty, Opsgenie or Grafana.';
  const annotations = [
    ...new Set([...sources.values()].flatMap(s => s.annotations ?? [])),
  ];
  const hint = annotations.length
    ? `, or point at one with ${annotations.join(' or ')}`
    : '';
  return `None of ${owners
    .map(({ ref }) => ref)
    .join(', ')} has a rotation. Add one to ${[...sources.keys()].join(
    ' or ',
  )}${hint}.`;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
