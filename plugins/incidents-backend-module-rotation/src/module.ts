import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { readSources } from './readSources';

/**
 * Adds one on-call source per entry of `incidents.oncall.rotation` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleRotation = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'rotation',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        incidents: incidentsExtensionPoint,
      },
      async init({ config, logger, incidents }) {
        for (const source of await readSources(config, logger))
          incidents.addOncallSource(source);
      },
    });
  },
});
