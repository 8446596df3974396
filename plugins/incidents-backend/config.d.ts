import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Alerts, incidents and who is on call. */
  incidents?: {
    catalog?: {
      /** How often the graph of entities is compared with the catalog; every 30 seconds by default. */
      interval?: HumanDuration | string;
    };
    /** What vendors send. */
    intake?: {
      /** Bytes of one request, after decompression; 5000000 by default, 50000000 at most. */
      maxBodySize?: number;
      /**
       * How long deliveries, what was read of the inbox with the raw payloads, and quarantine are
       * kept; 30 days by default, 1 day at least.
       */
      retention?: HumanDuration | string;
      /** By the adapter's id, as in its address. */
      adapters?: {
        [id: string]: {
          /**
           * By which the vendor signs: the current one and, while it is being replaced, the previous
           * one. Without any, only tokens let it in.
           *
           * @deepVisibility secret
           */
          secrets?: string[];
          /** For `cloudwatch`: ARNs of the SNS topics that may send, and be subscribed to. */
          topics?: string[];
        };
      };
    };
    /**
     * Text of a document of rules (`kind: IncidentRules`), mostly by `$file: incident-rules.yaml`: how
     * entities are found, what is kept quiet, what belongs together, what becomes an incident.
     */
    rules?: string;
    /** How the inbox is read. */
    pipeline?: {
      /**
       * By adapter: after how long without news an alert is taken to be over, for senders that never
       * say so; at least 1 minute. 24 hours for `falco` and `splunk` by default, never for the
       * others; `never` for none.
       */
      silentAfter?: { [adapter: string]: HumanDuration | string };
      /**
       * A report that something fires, which comes this long after its end was said, is believed
       * whatever start it names; 6 hours by default, at least 1 minute.
       */
      lateAfter?: HumanDuration | string;
      /** Rows of the inbox in one transaction; 1000 by default, 10000 at most. */
      batchSize?: number;
    };
    /** Why an incident happened. */
    triage?: {
      /** What a model may cost; what a run would take above is not asked for. */
      budget?: {
        /** Of one run, all of its calls together; 30000 by default. */
        inputTokens?: number;
        /** Of one run; 6000 by default. */
        outputTokens?: number;
        /** Of one run; 45 by default. */
        seconds?: number;
        /** US dollars of one run; 0.15 by default. */
        runUsd?: number;
        /** US dollars of one incident; 1 by default. */
        incidentUsd?: number;
        /** US dollars of a day of UTC; 20 by default. */
        dayUsd?: number;
        /** Runs at once, over all replicas; 4 by default. */
        concurrent?: number;
      };
      /** How long runs, their evidence and what people said of them are kept; 180 days by default. */
      retention?: HumanDuration | string;
    };
    impact?: {
      /** How often the cost of open incidents is counted; every 30 seconds by default. */
      interval?: HumanDuration | string;
    };
    metrics?: {
      /**
       * Bearer token for `GET /api/incidents/metrics`, for a Prometheus that cannot use an
       * external-access token.
       *
       * @visibility secret
       */
      token?: string;
    };
    /** Who is told of incidents, and how. */
    notifications?: {
      /**
       * Where notifications go; everything a route gives must match. Without routes those on call and
       * the owner hear of SEV1 to SEV3 in the portal.
       */
      routes?: Array<{
        /** `portal`, one of `webhooks`, or a channel of a module. */
        channel: string;
        severities?: Array<'SEV1' | 'SEV2' | 'SEV3' | 'SEV4'>;
        /** Entity refs of owners. */
        owners?: string[];
        /** Entity refs, one of which must be affected. */
        entities?: string[];
        /** All but `status` by default; `status` brings acknowledgements, too. */
        topics?: Array<
          'opened' | 'severity' | 'escalated' | 'status' | 'resolved'
        >;
        /** `oncall`, `owner` and entity refs: whom the channel tells, where it tells persons. */
        to?: string | string[];
      }>;
      /** Addresses that are told by HTTP. */
      webhooks?: Array<{
        /** By which routes lead to it. */
        name: string;
        /** @visibility secret */
        url: string;
        /**
         * Signs the body, as HMAC-SHA256 in `Ghostlight-Signature`. At least 16 characters.
         *
         * @visibility secret
         */
        secret?: string;
        /** Messages per minute; 60 by default. */
        perMinute?: number;
        /** 10 seconds by default. */
        timeout?: HumanDuration | string;
      }>;
      /** Asks the next level of on-call while nobody acknowledges. */
      escalation?: {
        /** `[SEV1, SEV2]` by default; none with `[]`. */
        severities?: Array<'SEV1' | 'SEV2' | 'SEV3' | 'SEV4'>;
        /** For a level without a time-out of its own; 15 minutes by default. */
        after?: HumanDuration | string;
      };
      /** For how long a receiver is tried again; 24 hours by default. */
      giveUpAfter?: HumanDuration | string;
    };
  };
}
