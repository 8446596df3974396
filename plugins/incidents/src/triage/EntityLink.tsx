import { EntityName, nameOf } from '@ghostlight/reliability-react';

/** An entity with a link to its page; what is no full ref is only named. */
export function EntityLink({ entityRef }: { entityRef: string }) {
  return /^[\w.-]+:[\w.-]+\/[\w.-]+$/.test(entityRef) ? (
    <EntityName entityRef={entityRef} />
  ) : (
    <>{nameOf(entityRef)}</>
  );
}
