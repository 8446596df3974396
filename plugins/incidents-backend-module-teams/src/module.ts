import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { readTeamsChannels } from './readTeamsChannels';
import { TeamsChannel } from './TeamsChannel';

/**
 * Adds a channel for each entry of `incidents.notifications.teams` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleTeams = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'teams',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        incidents: incidentsExtensionPoint,
      },
      async init({ config: root, incidents }) {
        for (const config of readTeamsChannels(root))
          incidents.addChannel(TeamsChannel.create({ config }));
      },
    });
  },
});
