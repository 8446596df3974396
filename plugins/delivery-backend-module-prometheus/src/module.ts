import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { deliveryExtensionPoint } from '@ghostlight/plugin-delivery-node';
import { PrometheusMetrics } from './PrometheusMetrics';
import { readInstances } from './readInstances';

/**
 * Adds one metric source per entry of `delivery.prometheus` to the delivery backend.
 *
 * @public
 */
export const deliveryModulePrometheus = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        delivery: deliveryExtensionPoint,
      },
      async init({ config, logger, delivery }) {
        for (const instance of readInstances(config))
          delivery.addMetricSource(
            PrometheusMetrics.create({ instance, logger }),
          );
      },
    });
  },
});
