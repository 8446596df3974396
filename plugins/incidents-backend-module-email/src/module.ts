import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { createSmtpTransport } from './createSmtpTransport';
import { EmailChannel } from './EmailChannel';
import { readEmailConfig } from './readEmailConfig';

/**
 * Adds a channel for each entry of `incidents.notifications.email.channels` to the incidents backend.
 *
 * @public
 */
export const incidentsModuleEmail = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'email',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        incidents: incidentsExtensionPoint,
      },
      async init({ config: root, incidents }) {
        const email = readEmailConfig(root);
        if (!email) return;
        const transport = createSmtpTransport(email.smtp);
        for (const config of email.channels)
          incidents.addChannel(
            EmailChannel.create({ config, from: email.from, transport }),
          );
      },
    });
  },
});
