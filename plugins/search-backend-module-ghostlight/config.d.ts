import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Incidents and postmortems. */
      incidents?: {
        /** How often they are indexed; every 10 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
      /** Runbooks. */
      runbooks?: {
        /** For a portal without the runbooks plugin; false by default. */
        disabled?: boolean;
        /** How often they are indexed; every 10 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
