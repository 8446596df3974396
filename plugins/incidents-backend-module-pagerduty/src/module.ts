import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { pagerDutyChannels } from './notify';
import { PagerDutySource, readInstances } from './oncall';

/**
 * Adds an on-call source for each entry of `incidents.oncall.pagerduty`, and a channel for each entry
 * of `incidents.notifications.pagerduty`, to the incidents backend.
 *
 * @public
 */
export const incidentsModulePagerDuty = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'pagerduty',
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
            PagerDutySource.create({ instance, logger }),
          );
        for (const channel of pagerDutyChannels(config))
          incidents.addChannel(channel);
      },
    });
  },
});
