import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { incidentsServiceRef } from '@ghostlight/plugin-incidents-node';
import { runbooksServiceRef } from '@ghostlight/plugin-runbooks-node';
import { IncidentCollator } from './IncidentCollator';
import { RunbookCollator } from './RunbookCollator';

const defaultSchedule = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

function readSchedule(
  config: RootConfigService,
  collator: 'incidents' | 'runbooks',
) {
  const schedule = config.getOptionalConfig(
    `search.collators.${collator}.schedule`,
  );
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : defaultSchedule;
}

/**
 * Adds incidents and postmortems to the search index, each visible to those who may see the incident,
 * and runbooks.
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
        runbooks: runbooksServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
      },
      async init(deps) {
        const { auth, config, scheduler, indexRegistry } = deps;
        const { incidents, runbooks } = deps;
        const disabled = config.getOptionalBoolean(
          'search.collators.runbooks.disabled',
        );
        for (const type of ['incidents', 'postmortems'] as const) {
          const schedule = readSchedule(config, 'incidents');
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(schedule),
            factory: IncidentCollator.create({ type, auth, incidents }),
          });
        }
        if (!disabled) {
          const schedule = readSchedule(config, 'runbooks');
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(schedule),
            factory: RunbookCollator.create({ auth, runbooks }),
          });
        }
      },
    });
  },
});
