export interface Config {
  runbooks?: {
    scaffolder?: {
      /** Software templates that runbooks may run. */
      templates?: Array<{
        /** Ref of the template: `template:default/restart`. */
        ref: string;
        /** Only runs of this environment may run it. Default: all. */
        environment?: string;
      }>;
    };
  };
}
