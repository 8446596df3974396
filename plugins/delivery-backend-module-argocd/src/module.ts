import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { deliveryExtensionPoint } from '@ghostlight/plugin-delivery-node';
import { Instances } from './argo/Instances';
import { ArgoCdDriver } from './driver/ArgoCdDriver';
import { readInstances } from './readInstances';
import { ArgoCdSource } from './source/ArgoCdSource';

/**
 * Adds the source and the driver `argocd` for the instances of `delivery.argocd` to the delivery backend.
 *
 * @public
 */
export const deliveryModuleArgoCd = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        delivery: deliveryExtensionPoint,
      },
      async init({ config, logger, delivery }) {
        const read = readInstances(config);
        if (!read.length) return;
        const instances = Instances.create({ instances: read, logger });
        delivery.addSource(ArgoCdSource.create({ instances, logger }));
        delivery.addDriver(ArgoCdDriver.create({ instances, logger }));
      },
    });
  },
});
