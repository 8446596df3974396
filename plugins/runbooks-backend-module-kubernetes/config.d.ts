export interface Config {
  runbooks?: {
    kubernetes?: {
      /**
       * Clusters that are acted on. Without this list those of `delivery.kubernetes.clusters` are taken, and
       * without that those of type `config` under `kubernetes.clusterLocatorMethods` that have a
       * `serviceAccountToken`, each as an environment of its own name.
       */
      clusters?: Array<{
        /** As inputs name it: `prod`. An entry without `url` has address and credentials of the Kubernetes plugin's cluster of this name. */
        name: string;
        /** What runs there is in this environment: `production`. A run touches no cluster of another one. */
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
        /** Only these. Default: all. A cluster of several environments is listed once for each, with its namespaces. */
        namespaces?: string[];
      }>;
    };
  };
}
