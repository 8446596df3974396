import type { JsonValue } from '@backstage/types';
import type { Starter } from '@ghostlight/plugin-delivery-common';
import type { KubeMeta } from '../kube/types';
import { fieldManager } from '../kube/KubeClient';

const longest = 200;

/** Programs whose name in managed fields says what they are. */
const known: { pattern: RegExp; starter: Starter }[] = [
  {
    pattern: /^argocd/,
    starter: { kind: 'controller', name: 'Argo CD' },
  },
  {
    pattern: /^(kustomize-controller|helm-controller|flux)/,
    starter: { kind: 'controller', name: 'Flux' },
  },
  { pattern: /^flagger/, starter: { kind: 'controller', name: 'Flagger' } },
  { pattern: /^helm/i, starter: { kind: 'pipeline', name: 'Helm' } },
  { pattern: /^terraform/i, starter: { kind: 'pipeline', name: 'Terraform' } },
  {
    pattern: new RegExp(`^${fieldManager}$`),
    starter: { kind: 'ghostlight', name: 'Ghostlight' },
  },
];

/** Who set a field last, from managed fields: manager and time. */
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

/** What a manager is, for people. */
export function starterOf(manager: string | undefined): Starter {
  if (!manager) return { kind: 'unknown' };
  const found = known.find(({ pattern }) => pattern.test(manager));
  return found?.starter ?? { kind: 'unknown', name: manager };
}

/** `kubectl-set at 12:03:10 UTC`, of whoever changed the template last. */
export function changedBy(metadata: KubeMeta): string {
  const last = lastManager(metadata, ['spec', 'template']);
  if (!last) return 'somebody';
  return last.at
    ? `${last.manager} at ${new Date(last.at).toISOString()}`
    : last.manager;
}

function timeOf(text: string | undefined): number {
  return (text && Date.parse(text)) || 0;
}
