import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { GrafanaSource } from './GrafanaSource';
import { readInstances } from './readInstances';

/**
 * Adds an on-call source for each entry of `incidents.oncall.grafana` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleGrafana = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'grafana',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        incidents: incidentsExtensionPoint,
      },
      async init({ config, logger, incidents }) {
        for (const instance of readInstances(config))
          incidents.addOncallSource(GrafanaSource.create({ instance, logger }));
      },
    });
  },
});
