import { NotFoundError } from '@backstage/errors';
import type { TargetRef } from '@ghostlight/plugin-delivery-node';
import { KubeClient } from '../kube/KubeClient';
import type { ClusterConfig } from './readClusters';

/** Where an object is. */
export interface Place {
  client: KubeClient;
  namespace: string;
  name: string;
}

/** The clusters, and what their addresses mean. */
export class Clusters {
  private constructor(private readonly clients: Map<string, KubeClient>) {}

  static create(options: {
    clusters: ClusterConfig[];
    /** Milliseconds for one request. */
    timeoutMs?: number;
  }): Clusters {
    const { clusters, timeoutMs } = options;
    return new Clusters(
      new Map(
        clusters.map(cluster => [
          cluster.name,
          KubeClient.create({ cluster, timeoutMs }),
        ]),
      ),
    );
  }

  get all(): KubeClient[] {
    return [...this.clients.values()];
  }

  /** @throws NotFoundError */
  client(name: string): KubeClient {
    const client = this.clients.get(name);
    if (!client)
      throw new NotFoundError(
        `There is no cluster ${name} in delivery.kubernetes.clusters`,
      );
    return client;
  }

  /**
   * Of an address such as `prod/shop/deployments/payments`.
   *
   * @throws NotFoundError
   */
  place({ ref }: TargetRef, plural: string): Place {
    const [cluster, namespace, kind, name, more] = ref.split('/');
    if (kind !== plural || !name || more !== undefined)
      throw new NotFoundError(`${ref} is no address of ${plural}`);
    return { client: this.client(cluster), namespace, name };
  }
}

/** The address of an object, and its name for people. */
export function targetOf(
  driver: string,
  { client, namespace, name }: Place,
  plural: string,
): TargetRef {
  const { cluster } = client;
  return {
    driver,
    ref: `${cluster.name}/${namespace}/${plural}/${name}`,
    title: `${plural.slice(0, -1)} ${name} in ${namespace} (${cluster.name})`,
    environment: cluster.environment,
  };
}
