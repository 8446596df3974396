import type { JsonObject } from '@backstage/types';
import type { KindName } from '../action/kinds';

/** How to take back what was made. */
export function undoMade(
  kind: KindName,
  { cluster, namespace }: { cluster: string; namespace: string },
  { name, uid }: JsonObject,
): { action: string; input: JsonObject } | undefined {
  return name && uid
    ? {
        action: 'kubernetes:remove-made',
        input: { cluster, namespace, kind, name, uid },
      }
    : undefined;
}
