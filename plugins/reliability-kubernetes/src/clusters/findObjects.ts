import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { rolloutLabel } from '../changes/actionIds';
import type { KubeClient } from '../client/KubeClient';
import { hasStatus } from '../client/KubeError';
import { addressOf, type Kind } from '../client/Kind';
import type { KubeObject } from '../client/types';

const idAnnotation = 'backstage.io/kubernetes-id';
const selectorAnnotation = 'backstage.io/kubernetes-label-selector';
const namespaceAnnotation = 'backstage.io/kubernetes-namespace';
const clusterAnnotation = 'backstage.io/kubernetes-cluster';

/**
 * An object and the cluster that it is in.
 *
 * @public
 */
export interface FoundObject<T extends KubeObject = KubeObject> {
  client: KubeClient;
  object: T;
}

/**
 * Where to look for what runs an entity.
 *
 * @public
 */
export interface Whereabouts {
  /** A label selector; undefined when nothing says which objects. */
  selector?: string;
  namespace?: string;
  cluster?: string;
}

/**
 * What the annotations of Backstage's Kubernetes plugin say.
 *
 * @public
 */
export function whereaboutsOf(entity: Entity | undefined): Whereabouts {
  const annotations = entity?.metadata.annotations ?? {};
  const id = annotations[idAnnotation];
  return {
    selector:
      annotations[selectorAnnotation] ?? (id && `${idAnnotation}=${id}`),
    namespace: annotations[namespaceAnnotation],
    cluster: annotations[clusterAnnotation],
  };
}

/**
 * Objects of a kind in every cluster, but for those that a rollout made for a while. A cluster that does not
 * answer is passed over as long as another one does.
 *
 * @public
 */
export async function findObjects<T extends KubeObject>(options: {
  kind: Kind;
  where: Whereabouts;
  clients: KubeClient[];
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<FoundObject<T>[]> {
  const { kind, where, clients, logger, signal } = options;
  const { selector, namespace, cluster: only } = where;
  if (!selector) return [];
  const asked = clients.filter(({ cluster }) => !only || cluster.name === only);
  const answers = await Promise.allSettled(
    asked.map(client => find<T>(client, { kind, selector, namespace, signal })),
  );
  const failed = answers.filter(answer => answer.status === 'rejected');
  if (failed.length && failed.length === answers.length) throw failed[0].reason;
  for (const { reason } of failed)
    logger.warn(`A cluster was not asked for targets: ${reason}`);
  return answers.flatMap((answer, index) =>
    answer.status === 'fulfilled'
      ? answer.value.map(object => ({ client: asked[index], object }))
      : [],
  );
}

async function find<T extends KubeObject>(
  client: KubeClient,
  options: {
    kind: Kind;
    selector: string;
    namespace?: string;
    signal: AbortSignal;
  },
): Promise<T[]> {
  const { kind, selector, namespace, signal } = options;
  const { namespaces } = client.cluster;
  if (namespace && namespaces && !namespaces.includes(namespace)) return [];
  const query = { labelSelector: `${selector},!${rolloutLabel}` };
  const places = namespace ? [namespace] : namespaces ?? [undefined];
  try {
    const lists = await Promise.all(
      places.map(place =>
        client.list<T>(addressOf(kind, place), { query, signal }),
      ),
    );
    return lists.flatMap(({ items }) => items);
  } catch (error) {
    // A cluster without the custom resource has none of them.
    if (hasStatus(error, 404)) return [];
    throw error;
  }
}
