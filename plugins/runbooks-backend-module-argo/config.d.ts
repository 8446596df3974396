import type { HumanDuration } from '@backstage/types';

export interface Config {
  runbooks?: {
    argocd?: {
      /** Argo CD servers whose applications are synchronised. Without this list those of `delivery.argocd.instances` are taken. */
      instances?: Array<{
        /** As inputs and the annotation `argocd/instance-name` name it: `main`. */
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
        /** Which environment an application deploys to: the first entry that fits in all it names. `*` stands for any text. */
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
        /** Names of applications that may be acted on for any entity; `*` stands for any text. Default: only those of the entity's annotations. */
        applications?: string[];
        /** Longest time for one request. Default: 10 seconds. */
        timeout?: HumanDuration | string;
      }>;
    };
    /** Servers of Argo Workflows. */
    argoWorkflows?: Array<{
      /** As inputs name it: `main`. */
      name: string;
      /** Address of the server. Plain http only on loopback. */
      url: string;
      /**
       * Token of a service account, without `Bearer`.
       *
       * @visibility secret
       */
      token: string;
      /** Only runs of this environment may submit here. Default: all. */
      environment?: string;
      /** WorkflowTemplates that may be submitted, as `namespace/name`. */
      templates: string[];
      /** Longest time for one request. Default: 10 seconds. */
      timeout?: HumanDuration | string;
    }>;
  };
}
