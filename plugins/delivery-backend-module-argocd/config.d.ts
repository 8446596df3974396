import type { HumanDuration } from '@backstage/types';

export interface Config {
  delivery?: {
    argocd?: {
      /** Argo CD servers whose applications are watched and rolled back. */
      instances?: Array<{
        /** In addresses: `main`. */
        name: string;
        /** Address of the API server, with its root path if there is one. Plain http only on loopback. */
        url: string;
        /**
         * Token of an account with the capability `apiKey`, or of a project role.
         *
         * @visibility secret
         */
        token: string;
        /** Environment of applications that no rule fits. Default: `production`. */
        environment?: string;
        /**
         * Which environment an application deploys to: the first entry that fits in all it names. `*` stands
         * for any text. An application's annotation `ghostlight.dev/environment` comes before them.
         */
        environmentOf?: Array<{
          environment: string;
          /** Name or address of the destination cluster. */
          destination?: string;
          /** Namespace at the destination. */
          namespace?: string;
          project?: string;
          /** Labels of the Application. */
          labels?: { [name: string]: string };
        }>;
        /** Namespaces of the Application resources. Default: all that the token may see. */
        namespaces?: string[];
        /** Longest time for one request. Default: 10 seconds. */
        timeout?: HumanDuration | string;
        /** Between two looks at the list of applications while the stream of changes is not to be had. Default: 30 seconds. */
        pollInterval?: HumanDuration | string;
      }>;
    };
  };
}
