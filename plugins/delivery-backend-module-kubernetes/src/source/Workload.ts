import {
  type KubeClient,
  lastManager,
  type PodTemplate,
  type TemplateOwner,
} from '@ghostlight/reliability-kubernetes';
import { targetOf } from '../clusters/targetOf';
import type { WorkloadKind } from './WorkloadKind';

const idLabel = 'backstage.io/kubernetes-id';
const longest = 250;

/** A Deployment or Rollout that is told of. */
export interface Workload<T extends TemplateOwner = TemplateOwner> {
  client: KubeClient;
  kind: WorkloadKind<T>;
  owner: T;
  /** Another object that has its template. */
  templateOwner?: TemplateOwner;
}

/** Identity of a revision. */
export function keyOf<T extends TemplateOwner>(
  { client, owner }: Workload<T>,
  revision: number,
) {
  return `${client.cluster.name}/${owner.metadata.uid}/${revision}`;
}

/** By what an entity may be known, and what a driver can act on. */
export function hintsOf<T extends TemplateOwner>(
  { client, kind, owner: { metadata }, templateOwner }: Workload<T>,
  template: PodTemplate,
) {
  const labels = {
    ...template.metadata?.labels,
    ...templateOwner?.metadata.labels,
    ...metadata.labels,
  };
  delete labels[kind.hashLabel];
  const id = labels[idLabel];
  const namespace = metadata.namespace ?? '';
  return {
    environment: client.cluster.environment,
    hints: {
      name: labels['app.kubernetes.io/name'] ?? metadata.name,
      labels,
      namespace,
      ...(id && { annotations: { [idLabel]: id } }),
    },
    target: targetOf(
      kind.driver,
      { client, namespace, name: metadata.name },
      kind.plural,
    ),
  };
}

/** Who set the template last, and when. */
export function changeOfTemplate<T extends TemplateOwner>({
  owner,
  templateOwner,
}: Workload<T>) {
  return lastManager((templateOwner ?? owner).metadata, ['spec', 'template']);
}

/** Text of a cluster is untrusted. */
export function clean(text: string | undefined): string | undefined {
  return text?.replaceAll('\u0000', '').trim().slice(0, longest) || undefined;
}

/** Without what is not known. */
export function optional(fields: Record<string, string | undefined>) {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
