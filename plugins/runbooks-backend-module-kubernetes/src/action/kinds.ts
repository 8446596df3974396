import type { Kind } from '@ghostlight/reliability-kubernetes';

/** What is read and written here. */
export const kinds = {
  deployments: of('apps', 'v1', 'deployments', 'Deployment'),
  replicasets: of('apps', 'v1', 'replicasets', 'ReplicaSet'),
  pods: of('', 'v1', 'pods', 'Pod'),
  nodes: of('', 'v1', 'nodes', 'Node'),
  services: of('', 'v1', 'services', 'Service'),
  jobs: of('batch', 'v1', 'jobs', 'Job'),
  autoscalers: of(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
  ),
  budgets: of('policy', 'v1', 'poddisruptionbudgets', 'PodDisruptionBudget'),
  rollouts: of('argoproj.io', 'v1alpha1', 'rollouts', 'Rollout'),
  destinationrules: of(
    'networking.istio.io',
    'v1',
    'destinationrules',
    'DestinationRule',
  ),
  envoyfilters: of(
    'networking.istio.io',
    'v1alpha3',
    'envoyfilters',
    'EnvoyFilter',
  ),
  networkchaos: of(
    'chaos-mesh.org',
    'v1alpha1',
    'networkchaos',
    'NetworkChaos',
  ),
  podchaos: of('chaos-mesh.org', 'v1alpha1', 'podchaos', 'PodChaos'),
  chaosengines: of('litmuschaos.io', 'v1alpha1', 'chaosengines', 'ChaosEngine'),
  chaosexperiments: of(
    'litmuschaos.io',
    'v1alpha1',
    'chaosexperiments',
    'ChaosExperiment',
  ),
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

function of(group: string, version: string, plural: string, kind: string) {
  return { group, version, plural, kind };
}

/** `Deployment payments` */
export function titleOf(kind: KindName, name: string): string {
  return `${kinds[kind].kind} ${name}`;
}
