/** A kind of object that the server keeps. */
export interface Resource {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  /** Whether `/status` is apart from the rest. */
  status: boolean;
  shortNames?: string[];
  /** Custom resources take no strategic merge patch. */
  custom: boolean;
  scale?: boolean;
}

function builtIn(
  group: string,
  version: string,
  plural: string,
  kind: string,
  more: Partial<Resource> = {},
): Resource {
  return {
    group,
    version,
    plural,
    kind,
    namespaced: true,
    status: true,
    custom: false,
    ...more,
  };
}

function custom(
  group: string,
  version: string,
  plural: string,
  kind: string,
): Resource {
  return builtIn(group, version, plural, kind, { custom: true });
}

export const resources: Resource[] = [
  builtIn('', 'v1', 'namespaces', 'Namespace', {
    namespaced: false,
    shortNames: ['ns'],
  }),
  builtIn('', 'v1', 'nodes', 'Node', { namespaced: false, shortNames: ['no'] }),
  builtIn('', 'v1', 'pods', 'Pod', { shortNames: ['po'] }),
  builtIn('', 'v1', 'services', 'Service', { shortNames: ['svc'] }),
  builtIn('', 'v1', 'configmaps', 'ConfigMap', {
    status: false,
    shortNames: ['cm'],
  }),
  builtIn('', 'v1', 'secrets', 'Secret', { status: false }),
  builtIn('', 'v1', 'events', 'Event', { status: false, shortNames: ['ev'] }),
  builtIn('apps', 'v1', 'deployments', 'Deployment', {
    shortNames: ['deploy'],
    scale: true,
  }),
  builtIn('apps', 'v1', 'replicasets', 'ReplicaSet', { shortNames: ['rs'] }),
  builtIn(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
    { shortNames: ['hpa'] },
  ),
  builtIn('batch', 'v1', 'jobs', 'Job'),
  builtIn('policy', 'v1', 'poddisruptionbudgets', 'PodDisruptionBudget', {
    shortNames: ['pdb'],
  }),
  custom('argoproj.io', 'v1alpha1', 'rollouts', 'Rollout'),
  custom('argoproj.io', 'v1alpha1', 'applications', 'Application'),
  custom('networking.istio.io', 'v1', 'virtualservices', 'VirtualService'),
  custom('networking.istio.io', 'v1', 'destinationrules', 'DestinationRule'),
  custom('networking.istio.io', 'v1alpha3', 'envoyfilters', 'EnvoyFilter'),
  custom('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
  custom('flagger.app', 'v1beta1', 'canaries', 'Canary'),
  custom('chaos-mesh.org', 'v1alpha1', 'networkchaos', 'NetworkChaos'),
  custom('chaos-mesh.org', 'v1alpha1', 'podchaos', 'PodChaos'),
  custom('litmuschaos.io', 'v1alpha1', 'chaosengines', 'ChaosEngine'),
  custom('litmuschaos.io', 'v1alpha1', 'chaosexperiments', 'ChaosExperiment'),
];

export function resourceOf(
  group: string,
  version: string,
  plural: string,
): Resource | undefined {
  return resources.find(
    known =>
      known.group === group &&
      known.version === version &&
      known.plural === plural,
  );
}

export function resourceOfKind(
  apiVersion: string,
  kind: string,
): Resource | undefined {
  return resources.find(
    known => apiVersionOf(known) === apiVersion && known.kind === kind,
  );
}

export function builtInResource(plural: string): Resource {
  return resources.find(known => !known.custom && known.plural === plural)!;
}

export function apiVersionOf({ group, version }: Resource): string {
  return group ? `${group}/${version}` : version;
}

/** As it is called in messages: `deployments.apps`. */
export function qualified({ plural, group }: Resource): string {
  return group ? `${plural}.${group}` : plural;
}
