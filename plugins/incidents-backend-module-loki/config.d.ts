import type { HumanDuration } from '@backstage/types';

export interface Config {
  incidents?: {
    logs?: {
      /** Grafana Loki, or what speaks its HTTP API, that logs are read from as evidence. */
      loki?: Array<{
        /** In evidence, and to tell several apart. Default: `loki`. */
        name?: string;
        /** Base address, with the path prefix if there is one: `https://loki.example.com`. */
        baseUrl: string;
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
        /** Sent as `X-Scope-OrgID`. */
        tenant?: string;
        /** Further request headers. */
        headers?: {
          /** @visibility secret */
          [name: string]: string;
        };
        /** Longest time for one request. Default: 10 seconds. */
        timeout?: HumanDuration | string;
        /** Labels that every query has, whatever an entity says: `{cluster: prod}`. */
        labels?: { [name: string]: string };
        /** Label with the name of a component without annotation: `service_name`. Default: none, such components have no logs here. */
        nameLabel?: string;
        /** Where a person sees the same. Default: nowhere. */
        grafana?: {
          /** `https://grafana.example.com` */
          url: string;
          /** Uid of the Loki data source there. */
          datasource: string;
        };
      }>;
    };
  };
}
