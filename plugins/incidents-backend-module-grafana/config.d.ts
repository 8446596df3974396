import type { HumanDuration } from '@backstage/types';

export interface Config {
  incidents?: {
    oncall?: {
      /** Grafana OnCall installations that know who is on call. */
      grafana?: Array<{
        /** Shown as where a rotation comes from. Default: `grafana`. */
        name?: string;
        /** The OnCall API's address of Grafana's settings page, without `/api/v1`. */
        baseUrl: string;
        /**
         * An OnCall API key, or a service account's token together with `stackUrl`.
         *
         * @visibility secret
         */
        token: string;
        /** Address of the Grafana stack that the service account is of. */
        stackUrl?: string;
        /** Longest time for one request. Default: 10 seconds. */
        timeout?: HumanDuration | string;
        /** How often each rotation is asked for. Default: 5 minutes. */
        refresh?: HumanDuration | string;
        /** Rotations of owners without the annotation `grafana/oncall-schedule-id`. */
        rotations?: Array<{
          /** `group:default/payments`. */
          owner: string;
          /** The first is asked first. */
          levels: Array<{
            /** Id of a schedule. */
            schedule: string;
            /** Until the next level is asked. */
            escalateAfter?: HumanDuration | string;
          }>;
        }>;
      }>;
    };
  };
}
