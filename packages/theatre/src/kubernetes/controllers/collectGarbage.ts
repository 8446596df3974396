import type { StoreEvent, Store } from '../storage/Store';
import { builtInResource } from '../resources';

const dependents = [builtInResource('replicasets'), builtInResource('pods')];

/** What was owned goes with its owner. */
export function collectGarbage(store: Store, { type, object }: StoreEvent) {
  if (type !== 'DELETED') return;
  const { uid, namespace } = object.metadata;
  for (const resource of dependents) {
    for (const { metadata } of store.list(resource, namespace)) {
      if (metadata.ownerReferences?.some(owner => owner.uid === uid))
        store.remove(resource, metadata.namespace, metadata.name);
    }
  }
}
