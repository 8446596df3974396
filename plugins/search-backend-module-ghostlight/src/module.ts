import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { incidentsServiceRef } from '@ghostlight/plugin-incidents-node';
import { IncidentCollator } from './IncidentCollator';

const defaultSchedule = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

function readSchedule(config: RootConfigService) {
  const schedule = config.getOptionalConfig(
    'search.collators.incidents.schedule',
  );
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : defaultSchedule;
}

/**
 * Adds incidents and postmortems to the search index, each visible to those who may see the incident.
 *
 * @public
 */
export const searchModuleGhostlight = createBackendModule({
  pluginId: 'search',
  moduleId: 'ghostlight',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        incidents: incidentsServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
      },
      async init({ auth, config, scheduler, incidents, indexRegistry }) {
        const schedule = readSchedule(config);
        for (const type of ['incidents', 'postmortems'] as const) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(schedule),
            factory: IncidentCollator.create({ type, auth, incidents }),
          });
        }
      },
    });
  },
});
