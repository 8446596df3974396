import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { OpsgenieSource } from './OpsgenieSource';
import { readInstances } from './readInstances';

/**
 * Adds an on-call source for each entry of `incidents.oncall.opsgenie` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleOpsgenie = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'opsgenie',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        incidents: incidentsExtensionPoint,
      },
      async init({ config, logger, incidents }) {
        for (const instance of readInstances(config))
          incidents.addOncallSource(
            OpsgenieSource.create({ instance, logger }),
          );
      },
    });
  },
});
