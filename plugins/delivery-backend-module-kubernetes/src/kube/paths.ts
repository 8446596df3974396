import { addressOf, type Kind } from '@ghostlight/reliability-kubernetes';

export const kinds = {
  deployments: of('apps', 'v1', 'deployments', 'Deployment'),
  replicasets: of('apps', 'v1', 'replicasets', 'ReplicaSet'),
  pods: of('', 'v1', 'pods', 'Pod'),
  services: of('', 'v1', 'services', 'Service'),
  autoscalers: of(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
  ),
  rollouts: of('argoproj.io', 'v1alpha1', 'rollouts', 'Rollout'),
  virtualservices: of(
    'networking.istio.io',
    'v1',
    'virtualservices',
    'VirtualService',
  ),
  httproutes: of('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
  canaries: of('flagger.app', 'v1beta1', 'canaries', 'Canary'),
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]];

function of(group: string, version: string, plural: string, kind: string) {
  return { group, version, plural, kind };
}

/** Address of a collection or of one object in it. */
export function pathOf(
  kind: KindName,
  namespace?: string,
  name?: string,
): string {
  return addressOf(kinds[kind], namespace, name);
}

/** `Deployment payments` */
export function titleOf(kind: KindName, name: string): string {
  return `${kinds[kind].kind} ${name}`;
}
