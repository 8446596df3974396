import type { HumanDuration } from '@backstage/types';

export interface Config {
  incidents?: {
    logs?: {
      /** Logs of pods that are read as evidence. Without this section nothing is read. */
      kubernetes?: {
        /**
         * Clusters that are asked. Without this list those of `delivery.kubernetes.clusters` are taken, and
         * without that those of type `config` under `kubernetes.clusterLocatorMethods` that have a
         * `serviceAccountToken`.
         */
        clusters?: Array<{
          /** As annotations name it: `prod`. An entry without `url` has address and credentials of the Kubernetes plugin's cluster of this name. */
          name: string;
          /** What runs there is in this environment: `production`. */
          environment: string;
          /** Address of the API server. Plain http only on loopback, or with `skipTLSVerify`. */
          url?: string;
          /**
           * Bearer token of a service account.
           *
           * @visibility secret
           */
          token?: string;
          /** File with the token; read again when it changes, as projected tokens do. */
          tokenFile?: string;
          /** Certificate of the authority, PEM in base64. */
          caData?: string;
          /** File with the certificate of the authority. */
          caFile?: string;
          /** Trusts any certificate. */
          skipTLSVerify?: boolean;
          /** Only these. Default: all. */
          namespaces?: string[];
        }>;
        /** Longest time for one request. Default: 8 seconds. */
        timeout?: HumanDuration | string;
        /** Pods of an entity that are read, those in trouble first. Default: 8. */
        pods?: number;
        /** What is read of one container, in bytes. Default: 1048576. */
        bytes?: number;
        /** Containers that are passed over. Default: istio-proxy, linkerd-proxy, vault-agent. */
        sidecars?: string[];
      };
    };
  };
}
