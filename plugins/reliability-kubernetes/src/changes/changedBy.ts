import type { JsonValue } from '@backstage/types';
import type { KubeMeta } from '../client/types';

const longest = 200;

/**
 * Who set a field last, from managed fields: manager and time in epoch milliseconds.
 *
 * @public
 */
export function lastManager(
  { managedFields = [] }: KubeMeta,
  path: string[],
): { manager: string; at?: number } | undefined {
  const owners = managedFields
    .filter(entry => {
      let fields: JsonValue | undefined = entry.fieldsV1;
      for (const part of path) {
        if (typeof fields !== 'object' || fields === null) return false;
        fields = Array.isArray(fields) ? undefined : fields[`f:${part}`];
      }
      return fields !== undefined;
    })
    .sort((one, other) => timeOf(other.time) - timeOf(one.time));
  const [last] = owners;
  if (!last?.manager) return undefined;
  const at = timeOf(last.time);
  return { manager: last.manager.slice(0, longest), ...(at && { at }) };
}

/**
 * `kubectl-set at 2026-11-21T12:03:10.000Z`, of whoever changed a field last; the pod template when none is
 * named.
 *
 * @public
 */
export function changedBy(
  metadata: KubeMeta,
  path: string[] = ['spec', 'template'],
): string {
  const last = lastManager(metadata, path);
  if (!last) return 'somebody';
  return last.at
    ? `${last.manager} at ${new Date(last.at).toISOString()}`
    : last.manager;
}

function timeOf(text: string | undefined): number {
  return (text && Date.parse(text)) || 0;
}
