import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Objectives, their measurement and budgets. */
  slo?: {
    /**
     * How long measurements are kept, and at which grain. Budgets lose nothing when minutes become
     * hours; keep hours for longer than the longest window.
     */
    retention?: {
      /** Minute by minute; 3 days by default. Late minutes are taken up to this age. */
      minutes?: HumanDuration | string;
      /** Hour by hour; 100 days by default. */
      hours?: HumanDuration | string;
      /** Day by day; 400 days by default. */
      days?: HumanDuration | string;
    };
    /**
     * In how many parts the objectives are spread over the replicas; 16 by default. Choose it once,
     * at least as many as replicas will ever run.
     */
    shards?: number;
    /** Seconds between two evaluations, 5 to 60; 60 by default. Minutes stay minutes. */
    tick?: number;
    catalog?: {
      /** How often documents are compared with the catalog; every minute by default. */
      interval?: HumanDuration | string;
    };
    metrics?: {
      /**
       * Bearer token for `GET /api/slo/metrics`, for a Prometheus that cannot use an
       * external-access token.
       *
       * @visibility secret
       */
      token?: string;
      /** Objectives on that page, the least budget left first; 2000 by default. */
      maxObjectives?: number;
    };
  };
}
