import { NotFoundError } from '@backstage/errors';
import { KubeClient } from '../client/KubeClient';
import type { ClusterConfig } from './readClusters';

/**
 * Where an object is.
 *
 * @public
 */
export interface Place {
  client: KubeClient;
  namespace: string;
  name: string;
}

/**
 * The clusters, and what their addresses mean.
 *
 * @public
 */
export class Clusters {
  private constructor(
    private readonly clients: Map<string, KubeClient>,
    private readonly key: string,
  ) {}

  static create(options: {
    clusters: ClusterConfig[];
    /** Where they are configured, for messages: `delivery.kubernetes.clusters`. */
    key: string;
    /** Milliseconds for one request. */
    timeoutMs?: number;
  }): Clusters {
    const { clusters, key, timeoutMs } = options;
    return new Clusters(
      new Map(
        clusters.map(cluster => [
          cluster.name,
          KubeClient.create({ cluster, timeoutMs }),
        ]),
      ),
      key,
    );
  }

  /** A client for each cluster. */
  get all(): KubeClient[] {
    return [...this.clients.values()];
  }

  /** @throws NotFoundError */
  client(name: string): KubeClient {
    const client = this.clients.get(name);
    if (!client)
      throw new NotFoundError(`There is no cluster ${name} in ${this.key}`);
    return client;
  }

  /**
   * Of an address such as `prod/shop/deployments/payments`.
   *
   * @throws NotFoundError
   */
  place({ ref }: { ref: string }, plural: string): Place {
    const [cluster, namespace, kind, name, more] = ref.split('/');
    if (kind !== plural || !name || more !== undefined)
      throw new NotFoundError(`${ref} is no address of ${plural}`);
    return { client: this.client(cluster), namespace, name };
  }
}
