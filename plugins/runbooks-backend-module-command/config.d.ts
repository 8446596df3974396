import type { HumanDuration } from '@backstage/types';

export interface Config {
  runbooks?: {
    /** Commands that runbooks may run on the machine of the backend, by name. */
    commands?: {
      [name: string]: {
        /** What it does, for people. */
        description?: string;
        /** Program and arguments, without a shell. `{param}` stands for a parameter, `{actionId}` for the id of the action. */
        command: string[];
        /** Parameters by name. */
        params?: {
          [name: string]: {
            description?: string;
            /** Regular expression that the whole value has to fit. Default: letters, digits and `_.:/@-`. */
            pattern?: string;
            /** Used when none is given. Without it the parameter has to be given. */
            default?: string;
            /** Whether an argument may begin with a hyphen because of it. Default: false. */
            mayBeOption?: boolean;
          };
        };
        /** Then it is told to end (SIGTERM), and five seconds later killed, with all it started. Default: 1 minute; at most an hour. */
        timeout?: HumanDuration | string;
        /** Bytes of output that are kept. Default: 65536. */
        outputCap?: number;
        /** Whether what it does can be taken back. Default: false. */
        reversible?: boolean;
        /** Name of the command that takes it back; it gets the parameters that it declares too. */
        undo?: string;
        /** Program and arguments that tell what became of it: exit code 0: it was done; 1: it was not; else: not known. */
        readBack?: string[];
        /** Working directory, absolute. Default: `/`. */
        cwd?: string;
        /** Names of variables of the backend's environment that it gets. Default: none but PATH and LANG. */
        env?: string[];
        /**
         * Further variables with their values.
         *
         * @deepVisibility secret
         */
        variables?: { [name: string]: string };
        /** Only runs of this environment. Default: all. */
        environment?: string;
      };
    };
  };
}
