import type { HumanDuration } from '@backstage/types';

export interface Config {
  incidents?: {
    oncall?: {
      /** Opsgenie accounts that know who is on call. */
      opsgenie?: Array<{
        /** Shown as where a rotation comes from. Default: `opsgenie`. */
        name?: string;
        /** Default: `https://api.opsgenie.com`; in the EU `https://api.eu.opsgenie.com`. */
        baseUrl?: string;
        /**
         * Of an API integration with the right to read configuration.
         *
         * @visibility secret
         */
        apiKey: string;
        /** Longest time for one request. Default: 10 seconds. */
        timeout?: HumanDuration | string;
        /** How often each rotation is asked for. Default: 5 minutes. */
        refresh?: HumanDuration | string;
        /** Rotations of owners without the annotation `opsgenie.com/team`. Ids or names. */
        rotations?: Array<{
          /** `group:default/payments`. */
          owner: string;
          escalation?: string;
          schedule?: string;
          team?: string;
        }>;
      }>;
    };
  };
}
