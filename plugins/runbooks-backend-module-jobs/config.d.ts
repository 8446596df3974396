import type { HumanDuration } from '@backstage/types';

export interface Config {
  runbooks?: {
    /** Servers of Rundeck or Runbook Automation. */
    rundeck?: Array<{
      /** As inputs name it: `main`. */
      name: string;
      /** Address of the server, without `/api`. Plain http only on loopback. */
      url: string;
      /**
       * API token of a user that may read and run the jobs.
       *
       * @visibility secret
       */
      token: string;
      /** Version of the API, 44 or newer. Default: 44. */
      apiVersion?: number;
      /** Jobs that may be run. */
      jobs: Array<{
        /** As inputs name it. */
        name: string;
        /** UUID of the job. */
        id: string;
        /** Only runs of this environment may run it. Default: all. */
        environment?: string;
        /** Option of the job that takes the id of the action. Default: `ghostlight_action_id`. */
        actionOption?: string;
      }>;
      /** Longest time for one request. Default: 10 seconds. */
      timeout?: HumanDuration | string;
    }>;
    /** Servers of AWX or Ansible Automation Platform. */
    awx?: Array<{
      /** As inputs name it: `main`. */
      name: string;
      /** Address of the server. Plain http only on loopback. */
      url: string;
      /**
       * OAuth2 token of a user that may execute the templates.
       *
       * @visibility secret
       */
      token: string;
      /** Path of the API. Default: `/api/v2`; behind the gateway of Ansible Automation Platform `/api/controller/v2`. */
      apiPath?: string;
      /** Job templates that may be launched. They have to ask for variables on launch. */
      templates: Array<{
        /** As inputs name it. */
        name: string;
        /** Number of the job template. */
        id: number;
        /** Only runs of this environment may launch it. Default: all. */
        environment?: string;
      }>;
      /** Longest time for one request. Default: 10 seconds. */
      timeout?: HumanDuration | string;
    }>;
  };
}
