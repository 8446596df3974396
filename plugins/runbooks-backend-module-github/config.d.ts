import type { HumanDuration } from '@backstage/types';

export interface Config {
  runbooks?: {
    /** Starts workflows of GitHub, with the credentials of `integrations.github`. An empty object is enough. */
    github?: {
      /** Host of the integration. Default: `github.com`. */
      host?: string;
      /** Workflows that may be started for any entity. */
      workflows?: Array<{
        /** `owner/name` */
        repository: string;
        /** File in `.github/workflows`. */
        workflow: string;
        /** Only runs of this environment may start it. Default: all. */
        environment?: string;
      }>;
      /** Files of workflows that may be started in an entity's own repository, by `github.com/project-slug`. Default: all; an empty list: none. */
      ownWorkflows?: string[];
      /** Only own repositories of these owners. Default: all. */
      organizations?: string[];
      /** What workflows call the input for the id of the action. Default: `action_id`. */
      actionInput?: string;
      /** Longest time for one request. Default: 10 seconds. */
      timeout?: HumanDuration | string;
    };
  };
}
