import type { HumanDuration } from '@backstage/types';

export interface Config {
  incidents?: {
    notifications?: {
      /** Services of PagerDuty that routes lead to, by the Events API v2. */
      pagerduty?: Array<{
        /** By which routes lead to it: `pagerduty-payments`. */
        name: string;
        /**
         * Integration key of a service or an event orchestration.
         *
         * @visibility secret
         */
        routingKey: string;
        /** Default: `https://events.pagerduty.com`; in the EU `https://events.eu.pagerduty.com`. */
        eventsUrl?: string;
        /** Messages per minute. Default: 60. */
        perMinute?: number;
      }>;
    };
    oncall?: {
      /** PagerDuty accounts that know who is on call. */
      pagerduty?: Array<{
        /** Shown as where a rotation comes from. Default: `pagerduty`. */
        name?: string;
        /** Default: `https://api.pagerduty.com`; in the EU `https://api.eu.pagerduty.com`. */
        baseUrl?: string;
        /**
         * A REST API key; read-only is enough.
         *
         * @visibility secret
         */
        token: string;
        /** Longest time for one request. Default: 10 seconds. */
        timeout?: HumanDuration | string;
        /** How often each rotation is asked for. Default: 5 minutes. */
        refresh?: HumanDuration | string;
        /** Rotations of owners without an annotation. Ids, one of the three for each. */
        rotations?: Array<{
          /** `group:default/payments`. */
          owner: string;
          escalationPolicy?: string;
          schedule?: string;
          service?: string;
        }>;
      }>;
    };
  };
}
