import type { HumanDuration } from '@backstage/types';

export interface Config {
  delivery?: {
    /** Prometheus servers, and what speaks their HTTP API (Thanos, Mimir, VictoriaMetrics), from which is read how versions do. */
    prometheus?: Array<{
      /** Tells several apart. Default: `default`. */
      name?: string;
      /** Base address, with the path prefix if there is one: `https://mimir.example.com/prometheus`. */
      url: string;
      /** How requests are authenticated. Default: not at all. */
      auth?:
        | {
            type: 'bearer';
            /** @visibility secret */
            token: string;
          }
        | {
            type: 'basic';
            username: string;
            /** @visibility secret */
            password: string;
          }
        | {
            type: 'header';
            /** Name of the header. */
            name: string;
            /** @visibility secret */
            value: string;
          };
      /** Further request headers. */
      headers?: {
        /** @visibility secret */
        [name: string]: string;
      };
      /** Sent as `X-Scope-OrgID`. */
      tenant?: string;
      /** Longest time for one request. Default: 10 seconds. */
      timeout?: HumanDuration | string;
      /** Longest answer that is read, in bytes. Default: 8388608 (8 MiB). */
      maxResponseBytes?: number;
      /** Over which rates and quantiles are taken; at least four scrapes. Default: 1 minute. */
      window?: HumanDuration | string;
      /** Environments that it knows of. Default: all. */
      environments?: string[];
      /** Label with the name of the entity. Default: `service`. */
      serviceLabel?: string;
      /** Label with the environment, where one Prometheus has several. Default: none is asked for. */
      environmentLabel?: string;
      /** What the labels that tell a new version from an old one are called here: `{track: deployment_track}`. Default: as on the pods, with `_` for what a label cannot have. */
      versionLabels?: {
        [name: string]: string;
      };
      /** Those of these labels that container metrics have, too. Without them CPU and memory are those of both versions together, and not used to compare. */
      workloadLabels?: string[];
      /** Queries in place of the default ones, with `{{selector}}` or `{{workload}}` between the braces and `{{window}}` for the range. `false`: is not measured here. */
      queries?: {
        /** Counts requests that failed in the window. */
        errors?: string | false;
        /** Counts requests in the window. */
        requests?: string | false;
        /** Share of requests that fail, 0 to 1. */
        error_rate?: string | false;
        /** Seconds. */
        latency_p95?: string | false;
        /** Requests per second. */
        throughput?: string | false;
        /** Share of the limit, 0 to 1. */
        cpu?: string | false;
        /** Share of the limit, 0 to 1. */
        memory?: string | false;
        /** 0 to 1. */
        llm_quality_score?: string | false;
      };
    }>;
  };
}
