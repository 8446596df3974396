import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { Clusters, readClusters } from '@ghostlight/reliability-kubernetes';
import { createActions } from './actions';

const key = 'runbooks.kubernetes.clusters';
/** Of the delivery family, so that a portal writes its clusters once. */
const fallback = 'delivery.kubernetes.clusters';

/**
 * Adds the actions of Kubernetes, Istio, Chaos Mesh and Litmus for the clusters of
 * `runbooks.kubernetes.clusters` to the runbooks backend.
 *
 * @public
 */
export const runbooksModuleKubernetes = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        runbooks: runbooksExtensionPoint,
      },
      async init({ config, logger, runbooks }) {
        const read = readClusters(config, [key, fallback]);
        if (!read.length) return;
        const clusters = Clusters.create({ clusters: read, key });
        for (const action of createActions({ clusters, logger, now: Date.now }))
          runbooks.addAction(action);
      },
    });
  },
});
