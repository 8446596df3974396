import {
  addressOf,
  selects,
  type KubeObject,
  type Service,
} from '@ghostlight/reliability-kubernetes';
import { kinds } from '../action/kinds';
import { Refusal } from '../action/Refusal';
import type { FoundDeployment } from '../target/findDeployment';

/** A DestinationRule of Istio. */
export interface DestinationRule extends KubeObject {
  spec?: { host?: string; trafficPolicy?: Record<string, never> };
}

/**
 * The Service that leads to a Deployment.
 *
 * @throws Refusal when there is none, or several
 */
export async function findService(
  { client, namespace, object, title }: FoundDeployment,
  wanted: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  const { items } = await client.list<Service>(
    addressOf(kinds.services, namespace),
    { signal },
  );
  const labels = object.spec.template.metadata?.labels ?? {};
  const names = items
    .filter(({ metadata, spec }) =>
      wanted ? metadata.name === wanted : selects(spec.selector, labels),
    )
    .map(({ metadata }) => metadata.name);
  if (names.length === 1) return names[0];
  throw names.length
    ? Refusal.of(
        'several-services',
        `Several Services lead to ${title}, say which: ${names.join(', ')}`,
        { title, names: names.join(', ') },
      )
    : Refusal.of('no-service', `No Service leads to ${title}`, { title });
}

/** `payments.shop.svc.cluster.local` */
export function hostOf(service: string, namespace: string): string {
  return `${service}.${namespace}.svc.cluster.local`;
}

/** All that a host may be called in its own namespace. */
export function namesOf(service: string, namespace: string): string[] {
  return [
    service,
    `${service}.${namespace}`,
    `${service}.${namespace}.svc`,
    hostOf(service, namespace),
  ];
}
