import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { PodLogSource } from './PodLogSource';
import { readConfig } from './readConfig';

/**
 * Adds the logs of pods of the clusters of `incidents.logs.kubernetes` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleKubernetesLogs = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'kubernetes-logs',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        incidents: incidentsExtensionPoint,
      },
      async init({ config, logger, incidents }) {
        const read = readConfig(config);
        if (read)
          incidents.addLogSource(PodLogSource.create({ ...read, logger }));
      },
    });
  },
});
