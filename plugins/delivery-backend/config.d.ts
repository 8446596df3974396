import type { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * What changed, may it go out, and undo it.
   */
  delivery?: {
    /** Environment of what names none. `production` by default. */
    environment?: string;
    /** Our names of environments, each with what senders call it. */
    environments?: { [name: string]: string[] };
    catalog?: {
      /** Between two looks at the catalog; 30 seconds by default, at least 5. */
      interval?: HumanDuration | string;
    };
    /** How long the feed of changes is kept; 90 days by default. The history stays. */
    retention?: HumanDuration | string;
    intake?: {
      /** Bytes of a body, after decompression; 2,000,000 by default, 50,000,000 at most. */
      maxBodySize?: number;
      /** By adapter: github, gitlab, flags, or one of a module. */
      adapters?: {
        [id: string]: {
          /**
           * Secrets of the vendor's signature: the current one, and the previous one while it is changed.
           * @deepVisibility secret
           */
          secrets?: string[];
        };
      };
    };
    failures?: {
      /** Share of its error budgets that a version may spend before it counts as failed; 0.1 by default. */
      budgetShare?: number;
    };
    metrics?: {
      /**
       * Token with which Prometheus may read `/api/delivery/metrics`.
       * @visibility secret
       */
      token?: string;
    };
    rollback?: {
      approval?: {
        /** When a second person has to agree: all that an entry names must fit. */
        needed?: {
          environments?: string[];
          /** Values of the annotation ghostlight.dev/tier. */
          tiers?: string[];
        }[];
        /** How long somebody has to decide; 30 minutes by default. */
        waits?: HumanDuration | string;
      };
      /** How it is told whether users recover. */
      verification?: {
        /** 5 minutes by default. */
        window?: HumanDuration | string;
        /** Between two looks; 10 seconds by default. */
        interval?: HumanDuration | string;
        /** Good looks in a row; 3 by default. */
        looks?: number;
        /** Share of requests that may fail; 0.05 by default. */
        errorRate?: number;
        /** Seconds; 5 by default. */
        latencyP95?: number;
        /** Requests in a minute below which it says nothing; 20 by default. */
        leastRequests?: number;
      };
    };
    gate?: {
      /** What a check does that fails: by id budget, incidents, freeze, approvals, findings, evaluation, dependencies. */
      checks?: { [id: string]: 'deny' | 'warn' | 'off' };
      /** What a check counts as that cannot be made; `warn` by default. */
      unknown?: 'deny' | 'warn';
      /** How long a signature is good; 5 minutes by default, 12 hours at most. */
      validity?: HumanDuration | string;
      /** How long a check may take; 3 seconds by default. */
      patience?: HumanDuration | string;
      /** How long an answer of another plugin is used again; 5 seconds by default. Findings: a minute. */
      remember?: HumanDuration | string;
      approvals?: {
        /** Where a version needs approvals. */
        environments?: string[];
        tiers?: string[];
        /** How many people; 1 by default. */
        count?: number;
      };
      findings?: {
        /** Critical findings that are let through; 0 by default. */
        critical?: number;
        /** High ones; 10 by default. */
        high?: number;
      };
      evaluation?: {
        /** Where a version needs an evaluation. */
        environments?: string[];
        /** Share of cases that must pass; 0.9 by default. */
        passRate?: number;
        suites?: string[];
      };
    };
    /** When nothing goes out, every week or once. */
    freezes?: {
      title: string;
      reason?: string;
      /** `fri 16:00`, or an ISO 8601 instant. */
      from: string;
      until: string;
      /** IANA name; UTC by default. */
      timeZone?: string;
      environments?: string[];
      /** Refs of groups. */
      owners?: string[];
    }[];
    rollouts?: {
      /** Between two looks at a version that is watched; 10 seconds by default. */
      interval?: HumanDuration | string;
      /** For how long a gate other than the error rate must be missed; a minute by default. */
      gateFor?: HumanDuration | string;
      /** How long what a step makes may take to be up; 10 minutes by default. */
      startTimeout?: HumanDuration | string;
      /** Between two looks at what the platform's own engines do; 15 seconds by default. */
      followInterval?: HumanDuration | string;
      /** Share of healthy versions that the tests of the error rate and of objectives together may send back; 0.05 by default. */
      falseRollbackBound?: number;
      /** The new version may fail so many times as often as the old one; 1 by default. */
      toleratedErrorRatio?: number;
      /** What is done when there was too little traffic to decide; `hold` by default. */
      undecided?: 'hold' | 'go-on';
      /** Where nobody says how; canary by default. */
      strategy?: {
        type: 'rolling' | 'recreate' | 'blue-green' | 'canary' | 'ab';
        steps?: { weight: number; for?: HumanDuration | string }[];
        watch?: HumanDuration | string;
        /** Each of a metric, with `max` or `min`, or of an objective of the slo family by its ref, with the highest burn rate; 14.4 by default. */
        gates?: {
          metric?: string;
          max?: number;
          min?: number;
          objective?: string;
          maxBurnRate?: number;
        }[];
        automaticRollback?: boolean;
      };
    };
    watch?: {
      /** True by default. */
      enabled?: boolean;
      /** An hour by default. */
      duration?: HumanDuration | string;
      /** Between two readings; a minute by default. */
      interval?: HumanDuration | string;
      /** Requests below which an error rate says nothing; 50 by default. */
      minimumRequests?: number;
      /** Whether a deployment fails when an objective of its entity burns fast enough to page somebody since; true by default. */
      objectives?: boolean;
      /** Change the six default rules: `error_rate >= 0.05 critical 5 min`, `throughput off`, or of an objective's burn rate `slo:default/payments-availability >= 14.4 critical 5 min`. */
      rules?: string[];
      /** `off` by default. */
      automaticRollback?: 'off' | 'plan' | 'apply';
    };
  };
}
