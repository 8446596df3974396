import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { ElasticsearchSource } from './ElasticsearchSource';
import { readInstances } from './readInstances';

/**
 * Adds a log source for each entry of `incidents.logs.elasticsearch` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleElasticsearch = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'elasticsearch',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        incidents: incidentsExtensionPoint,
      },
      async init({ config, logger, incidents }) {
        for (const instance of readInstances(config))
          incidents.addLogSource(
            ElasticsearchSource.create({ instance, logger }),
          );
      },
    });
  },
});
