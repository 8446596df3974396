import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { readSlackChannels } from './readSlackChannels';
import { SlackChannel } from './SlackChannel';

/**
 * Adds a channel for each entry of `incidents.notifications.slack.channels` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleSlack = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'slack',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        incidents: incidentsExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config: root, incidents, logger }) {
        for (const config of readSlackChannels(root))
          incidents.addChannel(SlackChannel.create({ config, logger }));
      },
    });
  },
});
