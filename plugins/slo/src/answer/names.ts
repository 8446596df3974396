import { parseEntityRef } from '@backstage/catalog-model';
import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';

/** The name of an entity as people say it, from its ref. */
export function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}

/**
 * An objective's title without the name of its entity in front: “payments-availability” of
 * payments is “availability” on every screen that already says payments.
 */
export function objectiveName(
  objective: Pick<ObjectiveStatus, 'title' | 'entityRef'>,
): string {
  const { title } = objective;
  const name = nameOf(objective.entityRef);
  if (!title.toLocaleLowerCase('en').startsWith(name.toLocaleLowerCase('en'))) {
    return title;
  }
  const rest = title.slice(name.length).replace(/^[\s:/_–-]+/, '');
  return rest.length > 0 && rest.length < title.length - name.length
    ? rest
    : title;
}
