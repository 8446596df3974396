import type { HumanDuration } from '@backstage/types';

export interface Config {
  incidents?: {
    logs?: {
      /** Elasticsearch (7.10 and later) and OpenSearch that logs are read from as evidence. */
      elasticsearch?: Array<{
        /** In evidence, and to tell several apart. Default: `elasticsearch`. */
        name?: string;
        /** Base address: `https://elastic.example.com:9200`. */
        baseUrl: string;
        /** How requests are authenticated. Default: not at all. */
        auth?:
          | {
              type: 'api-key';
              /**
               * As Elasticsearch gives it, encoded.
               *
               * @visibility secret
               */
              key: string;
            }
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
        /** Longest time for one request. Default: 10 seconds. */
        timeout?: HumanDuration | string;
        /** Indices, aliases and data streams that are searched, with `*`. Default: `logs-*`. */
        indices?: string[];
        /** Terms that every search has, whatever an entity says: `{cluster.name: prod}`. */
        terms?: { [field: string]: string };
        /** Field with the name of a component without annotation: `service.name`. Default: none, such components have no logs here. */
        nameField?: string;
        /** What the fields are called. */
        fields?: {
          /** Default: `@timestamp`. */
          timestamp?: string;
          /** Default: `message`. */
          message?: string;
          /** Default: `log.level`. */
          level?: string;
        };
        /** Where a person sees the same. Default: nowhere. */
        kibana?: {
          /** With the space, if there is one: `https://kibana.example.com/s/shop`. */
          url: string;
        };
      }>;
    };
  };
}
