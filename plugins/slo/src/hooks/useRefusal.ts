import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import type { sloOverrideWritePermission } from '@ghostlight/plugin-slo-common';
import { nameOf } from '../answer';
import { useSloText } from '../translation';

/**
 * Who may, in words, when the reader may not; undefined when they may. While it is not known, or
 * cannot be asked, the reader may try: the server decides in any case.
 */
export function useRefusal(options: {
  permission: typeof sloOverrideWritePermission;
  /** Ref of the objective that stands for what is changed. */
  resourceRef: string | undefined;
  entity: Entity;
  service: string;
}): string | undefined {
  const t = useSloText();
  const { permission, resourceRef, entity, service } = options;
  const { loading, allowed, error } = usePermission({
    permission,
    resourceRef,
  });
  if (loading || allowed || error || resourceRef === undefined) {
    return undefined;
  }
  const owners = (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => nameOf(relation.targetRef));
  return owners.length > 0
    ? t('gate.whoMay', {
        service,
        owner: owners.join(', '),
        permission: permission.name,
      })
    : t('gate.whoMayNoOwner', { permission: permission.name });
}
