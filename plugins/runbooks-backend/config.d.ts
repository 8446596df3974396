import type { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * Runbooks that run, and remediation that knows when to stop.
   */
  runbooks?: {
    approval?: {
      /** Values of the annotation ghostlight.dev/tier whose runs need a second person; none by default. */
      tiers?: string[];
      /** Whether a run whose action cannot be taken back needs one, unless its runbook asks for it itself; true by default. */
      irreversible?: boolean;
      /** How long somebody has to decide about a run; an hour by default. */
      expires?: HumanDuration | string;
    };
    /**
     * Values that runbooks may name in inputs of type `secret`. They are taken out of all that is kept or shown.
     * @deepVisibility secret
     */
    secrets?: { [name: string]: string };
    /** How recoveries are looked for. */
    verification?: {
      /** Between two looks; 10 seconds by default. */
      interval?: HumanDuration | string;
      /** How much time after an act a look takes in, at least; a minute by default. */
      leastSpan?: HumanDuration | string;
      /** At most; 2 minutes by default. */
      mostSpan?: HumanDuration | string;
    };
    catalog?: {
      /** Between two looks at the catalog; 30 seconds by default, at least 5. */
      interval?: HumanDuration | string;
    };
    remediation?: {
      /** Between two looks at all open incidents; 30 seconds by default. News of incidents are looked at sooner. */
      interval?: HumanDuration | string;
    };
    /** How long runs are kept after their end; 365 days by default, at least one. The ledger of effects stays. */
    retention?: HumanDuration | string;
    metrics?: {
      /**
       * Token with which Prometheus may read `/api/runbooks/metrics`.
       * @visibility secret
       */
      token?: string;
    };
    experiments?: {
      guard?: {
        /** Between two looks of the guard; 10 seconds by default. */
        interval?: HumanDuration | string;
        /** For how long it may see nothing before it stops the experiment; 3 minutes by default. */
        blindFor?: HumanDuration | string;
      };
      recovery?: {
        /** How long users may take to recover after the fault; 15 minutes by default. */
        within?: HumanDuration | string;
        /** How long they must be well; a minute by default. */
        steady?: HumanDuration | string;
      };
      schedule?: {
        /** How late a scheduled run may begin, before it is skipped; 5 minutes by default. */
        lateness?: HumanDuration | string;
        /** Between two looks for what is due; 2 seconds by default. */
        interval?: HumanDuration | string;
      };
      litmus?: {
        /** That Litmus runs its experiments with; `litmus-admin` by default. */
        serviceAccount?: string;
      };
    };
  };
}
