export interface Config {
  incidents?: {
    oncall?: {
      /** On-call rotations that are written down. Their form is in the module's README. */
      rotation?: Array<{
        /** Shown as where a rotation comes from. Default: `rotation`. */
        name?: string;
        /** A YAML file, read again when it has changed. A relative path starts where the backend was started. */
        file?: string;
        /** The same as in a file, in its place. */
        rotations?: {
          people?: {
            [userRef: string]: {
              name?: string;
              email?: string;
              timeZone?: string;
            };
          };
          teams: Array<{
            owner: string;
            title?: string;
            timeZone: string;
            url?: string;
            levels: Array<object>;
            overrides?: Array<object>;
          }>;
        };
      }>;
    };
  };
}
