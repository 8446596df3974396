import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { LokiSource } from './LokiSource';
import { readInstances } from './readInstances';

/**
 * Adds a log source for each entry of `incidents.logs.loki` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleLoki = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'loki',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        incidents: incidentsExtensionPoint,
      },
      async init({ config, logger, incidents }) {
        for (const instance of readInstances(config))
          incidents.addLogSource(LokiSource.create({ instance, logger }));
      },
    });
  },
});
