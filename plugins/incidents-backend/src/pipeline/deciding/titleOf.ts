import type { OpeningRule, Suspect } from '@ghostlight/plugin-incidents-common';
import type { Graph } from '../../graph/Graph';
import type { AlertRow } from '../AlertRow';

/** Title of an incident: that of the first suspect's first alert, or as the rule has it. */
export function titleOf(
  rule: OpeningRule,
  members: readonly AlertRow[],
  [suspect]: readonly Suspect[],
  graph: Graph,
): string {
  const alert =
    members.find(({ entity_ref: ref }) => ref && ref === suspect?.entityRef) ??
    members[0];
  if (!alert) return rule.name;
  const ref = alert.entity_ref ?? undefined;
  const entity = ref && graph.get(ref);
  const name = (entity && (entity.title ?? entity.name)) || ref;
  const { title } = alert;
  if (rule.title)
    return rule.title.replace(
      /\{(name|entity|title)\}/g,
      (_, what: 'name' | 'entity' | 'title') =>
        ({ name: alert.name, entity: name ?? 'unknown', title }[what]),
    );
  if (!name || title.toLowerCase().includes(name.toLowerCase())) return title;
  return `${name}: ${title}`;
}
