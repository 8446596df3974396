import type { HumanDuration } from '@backstage/types';

export interface Config {
  delivery?: {
    /** Watches and rolls back through GitHub, with the credentials of `integrations.github`. An empty object is enough. */
    github?: {
      /** Host of the integration. Default: `github.com`. */
      host?: string;
      /** Repositories that are watched in addition to those of entities with `github.com/project-slug`. */
      repositories?: string[];
      /** Only repositories of these owners. Default: all. */
      organizations?: string[];
      /** Names or files of workflows that deploy. Default: runs count only in repositories without deployments, when their name says so. */
      workflows?: string[];
      /** Our names of environments, each with what GitHub calls them. Default: the same name. */
      environments?: { [name: string]: string[] };
      /** Between two looks. Default: 1 minute. */
      pollInterval?: HumanDuration | string;
      /** Longest time for one request. Default: 10 seconds. */
      timeout?: HumanDuration | string;
      rollback?: {
        /** File in `.github/workflows` that deploys a version. An entity's annotation `ghostlight.dev/rollback-workflow` comes before it. */
        workflow?: string;
        /** Branch that the workflow runs on, and that a revert goes to. Default: the repository's default branch. */
        branch?: string;
        /** What the workflow calls its inputs. */
        inputs?: {
          /** Default: `version`. */
          version?: string;
          /** The commit. Default: `ref`. */
          ref?: string;
          /** Default: `environment`. */
          environment?: string;
          /** Has to be declared. Default: `action_id`. */
          actionId?: string;
        };
        /** Further inputs, sent as they are. */
        extraInputs?: { [name: string]: string };
        /** Whether a pull request that reverts is offered. Default: true. */
        revert?: boolean;
      };
      /** Answers custom deployment protection rules with the gate's verdict, at `/api/delivery/github/protection-rule`. */
      protectionRule?: {
        /**
         * Secret of the GitHub App's webhook.
         *
         * @visibility secret
         */
        secret: string;
      };
    };
  };
}
