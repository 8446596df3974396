import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sloSourcesExtensionPoint } from '@ghostlight/plugin-slo-node';
import { PrometheusSource } from './PrometheusSource';
import { readInstances } from './readInstances';

/**
 * Adds one source per entry of `slo.prometheus` to the slo backend.
 *
 * @public
 */
export const sloModulePrometheus = createBackendModule({
  pluginId: 'slo',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: sloSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        for (const instance of readInstances(config))
          sources.addSource(PrometheusSource.create({ instance, logger }));
      },
    });
  },
});
