import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TargetRef } from '@ghostlight/plugin-delivery-node';
import { targetOf, type Clusters } from '../clusters/Clusters';
import { rolloutLabel } from '../describe/annotations';
import type { KubeClient } from '../kube/KubeClient';
import { hasStatus } from '../kube/KubeError';
import { kinds, pathOf, type KindName } from '../kube/paths';
import type { KubeObject } from '../kube/types';

const idAnnotation = 'backstage.io/kubernetes-id';
const selectorAnnotation = 'backstage.io/kubernetes-label-selector';
const namespaceAnnotation = 'backstage.io/kubernetes-namespace';
const clusterAnnotation = 'backstage.io/kubernetes-cluster';

/**
 * What runs an entity, by the annotations of Backstage's Kubernetes plugin, in every cluster. A cluster that
 * does not answer is passed over as long as another one does.
 */
export async function targetsOf(options: {
  driver: string;
  kind: KindName;
  entity: Entity;
  clusters: Clusters;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<TargetRef[]> {
  const { driver, kind, entity, clusters, logger, signal } = options;
  const annotations = entity.metadata.annotations ?? {};
  const id = annotations[idAnnotation];
  const selector =
    annotations[selectorAnnotation] ?? (id && `${idAnnotation}=${id}`);
  if (!selector) return [];
  const only = annotations[clusterAnnotation];
  const asked = clusters.all.filter(
    ({ cluster }) => !only || cluster.name === only,
  );
  const answers = await Promise.allSettled(
    asked.map(client =>
      find(client, {
        kind,
        selector,
        namespace: annotations[namespaceAnnotation],
        signal,
      }),
    ),
  );
  const failed = answers.filter(answer => answer.status === 'rejected');
  if (failed.length && failed.length === answers.length) throw failed[0].reason;
  for (const { reason } of failed)
    logger.warn(`A cluster was not asked for targets: ${reason}`);
  return answers.flatMap((answer, index) =>
    answer.status === 'fulfilled'
      ? answer.value.map(({ metadata }) =>
          targetOf(
            driver,
            {
              client: asked[index],
              namespace: metadata.namespace ?? '',
              name: metadata.name,
            },
            kinds[kind].plural,
          ),
        )
      : [],
  );
}

async function find(
  client: KubeClient,
  options: {
    kind: KindName;
    selector: string;
    namespace?: string;
    signal: AbortSignal;
  },
): Promise<KubeObject[]> {
  const { kind, selector, namespace, signal } = options;
  const { namespaces } = client.cluster;
  if (namespace && namespaces && !namespaces.includes(namespace)) return [];
  const query = { labelSelector: `${selector},!${rolloutLabel}` };
  const places = namespace ? [namespace] : namespaces ?? [undefined];
  try {
    const lists = await Promise.all(
      places.map(place => client.list(pathOf(kind, place), { query, signal })),
    );
    return lists.flatMap(({ items }) => items);
  } catch (error) {
    // A cluster without the custom resource has none of them.
    if (hasStatus(error, 404)) return [];
    throw error;
  }
}
