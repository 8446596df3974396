import type { Starter } from '@ghostlight/plugin-delivery-common';
import { fieldManager } from '@ghostlight/reliability-kubernetes';

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

/** What a manager is, for people. */
export function starterOf(manager: string | undefined): Starter {
  if (!manager) return { kind: 'unknown' };
  const found = known.find(({ pattern }) => pattern.test(manager));
  return found?.starter ?? { kind: 'unknown', name: manager };
}
