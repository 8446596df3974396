import { mockServices } from '@backstage/backend-test-utils';
import {
  everything,
  KubernetesApi,
  type KubernetesApiOptions,
} from '@ghostlight/theatre';
import { Clusters } from '@ghostlight/reliability-kubernetes';
import { KubernetesDriver } from '../driver/KubernetesDriver';
import { ArgoRolloutsDriver } from '../argo/ArgoRolloutsDriver';
import { KubernetesSource } from '../source/KubernetesSource';
import { until } from './until';

/** The loopback cluster, and what the module makes of it. */
export type TestCluster = Awaited<ReturnType<typeof startCluster>>;

export async function startCluster(
  options: Partial<KubernetesApiOptions> = {},
) {
  const api = await KubernetesApi.start({
    tokens: {
      admin: {
        user: 'system:serviceaccount:ghostlight:ghostlight',
        rules: everything,
      },
    },
    podStartMs: 5,
    lookMs: 20,
    bookmarkMs: 50,
    ...options,
  });
  const clustersWithin = (timeoutMs: number) =>
    Clusters.create({
      key: 'delivery.kubernetes.clusters',
      timeoutMs,
      clusters: [
        {
          name: 'prod',
          environment: 'production',
          url: api.url,
          token: 'admin',
          skipTLSVerify: true,
        },
      ],
    });
  const clusters = clustersWithin(60_000);
  const logger = mockServices.logger.mock();
  return {
    api,
    clusters,
    driver: KubernetesDriver.create({ clusters, logger }),
    driverWithin: (timeoutMs: number) =>
      KubernetesDriver.create({ clusters: clustersWithin(timeoutMs), logger }),
    argo: ArgoRolloutsDriver.create({ clusters, logger }),
    source: KubernetesSource.create({ clusters, logger }),
    /** Applies objects as a pipeline does, and waits until each Deployment is through. */
    async ship(...objects: { metadata: { name: string } }[]) {
      api.seed(objects, 'ci');
      for (const { metadata } of objects)
        await until(() => isThrough(api, metadata.name));
    },
    through: (name: string) => until(() => isThrough(api, name)),
    stop: () => api.stop(),
  };
}

function isThrough(api: KubernetesApi, name: string) {
  const deployment = api.object('Deployment', 'shop', name);
  if (!deployment) return true;
  const { metadata, spec, status } = deployment;
  return (
    status?.observedGeneration === metadata.generation &&
    status?.updatedReplicas === spec?.replicas &&
    status?.availableReplicas === spec?.replicas &&
    status?.replicas === spec?.replicas
  );
}
