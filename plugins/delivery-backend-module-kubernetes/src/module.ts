import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { deliveryExtensionPoint } from '@ghostlight/plugin-delivery-node';
import { Clusters, readClusters } from '@ghostlight/reliability-kubernetes';
import { ArgoRolloutsDriver } from './argo/ArgoRolloutsDriver';
import { KubernetesDriver } from './driver/KubernetesDriver';
import { KubernetesSource } from './source/KubernetesSource';

const key = 'delivery.kubernetes.clusters';

/**
 * Adds the source `kubernetes` and the drivers `kubernetes` and `argo-rollouts` for the clusters of
 * `delivery.kubernetes.clusters` to the delivery backend.
 *
 * @public
 */
export const deliveryModuleKubernetes = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        delivery: deliveryExtensionPoint,
      },
      async init({ config, logger, delivery }) {
        const read = readClusters(config, [key]);
        if (!read.length) return;
        const clusters = Clusters.create({ clusters: read, key });
        delivery.addSource(KubernetesSource.create({ clusters, logger }));
        delivery.addDriver(KubernetesDriver.create({ clusters, logger }));
        delivery.addDriver(ArgoRolloutsDriver.create({ clusters, logger }));
      },
    });
  },
});
