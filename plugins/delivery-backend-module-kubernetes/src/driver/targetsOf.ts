import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TargetRef } from '@ghostlight/plugin-delivery-node';
import {
  findObjects,
  whereaboutsOf,
  type Clusters,
} from '@ghostlight/reliability-kubernetes';
import { targetOf } from '../clusters/targetOf';
import { kinds, type KindName } from '../kube/paths';

/** What runs an entity, by the annotations of Backstage's Kubernetes plugin, in every cluster. */
export async function targetsOf(options: {
  driver: string;
  kind: KindName;
  entity: Entity;
  clusters: Clusters;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<TargetRef[]> {
  const { driver, kind, entity, clusters, logger, signal } = options;
  const found = await findObjects({
    kind: kinds[kind],
    where: whereaboutsOf(entity),
    clients: clusters.all,
    logger,
    signal,
  });
  return found.map(({ client, object: { metadata } }) =>
    targetOf(
      driver,
      { client, namespace: metadata.namespace ?? '', name: metadata.name },
      kinds[kind].plural,
    ),
  );
}
