export interface Config {
  incidents?: {
    notifications?: {
      teams?: Array<{
        /** By which routes lead to it: `teams-payments`. */
        name: string;
        /**
         * Address of a workflow with the trigger “When a Teams webhook request is received”. Whoever has
         * it can post, so it is a secret.
         *
         * @visibility secret
         */
        url: string;
        /** Messages per minute. Default: 60. */
        perMinute?: number;
      }>;
    };
  };
}
