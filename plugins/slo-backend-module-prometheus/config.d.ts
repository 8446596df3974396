import type { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    /** Prometheus servers, and what speaks their HTTP API (Thanos, Mimir, VictoriaMetrics). */
    prometheus?: Array<{
      /** Objectives name the source by it; those that name none read `default`. */
      name: string;
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
      /** Longest time for one request. Default: 30 seconds. */
      timeout?: HumanDuration | string;
      /** Longest answer that is read, in bytes after decompression. Default: 67108864 (64 MiB). */
      maxResponseBytes?: number;
      /** How often targets are scraped. Increases are taken over four of these, at least a minute. Default: 15 seconds. */
      scrapeInterval?: HumanDuration | string;
      /** Requests at once. Default: 4. */
      concurrency?: number;
      /** What the labels that tell a new version from an old one are called here: `{track: deployment_track}`. Default: as on the workload, with `_` for what a label cannot have. */
      versionLabels?: {
        [name: string]: string;
      };
      /** The metrics from which the four golden signals and the resources are read. The defaults are those of prom-client histograms; what no series has is left out. */
      goldenSignals?: {
        /** Default: true. */
        enabled?: boolean;
        /** Base name of the latency histogram in seconds. Default: `http_request_duration_seconds`. */
        histogram?: string;
        /** Gauge between 0 and 1. Default: `service_saturation_ratio`. */
        saturation?: string;
        /** Gauge between 0 and 1, of what each instance may use. Default: `service_cpu_usage_ratio`. */
        cpu?: string;
        /** Gauge between 0 and 1, of what each instance may use. Default: `service_memory_usage_ratio`. */
        memory?: string;
        /** Gauge between 0 and 1, of each pool. Default: `service_connections_usage_ratio`. */
        connections?: string;
        /** Gauge of how many wait. Default: `service_queue_depth`. */
        queue?: string;
        /** Label with the name of the entity. Default: `service`. */
        serviceLabel?: string;
        /** Label with the endpoint. Default: `route`. */
        endpointLabel?: string;
        /** Label with the status code. Default: `code`. */
        codeLabel?: string;
        /** Regular expression of the codes that are errors. Default: `5..`. */
        errorCodes?: string;
        /** Over how long rates and quantiles are taken. Default: 5 minutes. */
        window?: HumanDuration | string;
        /** Endpoints read per entity, busiest first. 1 to 50. Default: 10. */
        endpoints?: number;
      };
    }>;
  };
}
