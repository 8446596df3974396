export interface Config {
  incidents?: {
    notifications?: {
      slack?: {
        /**
         * Bot token (`xoxb-…`) with the scope `chat:write`, for channels without one of their own.
         *
         * @visibility secret
         */
        token?: string;
        /** Where Slack's Web API is, for a proxy. Default: `https://slack.com/api/`. */
        apiUrl?: string;
        channels?: Array<{
          /** By which routes lead to it: `slack-payments`. */
          name: string;
          /** Id of the conversation: `C0123456789`. The bot must be in it. */
          channel: string;
          /** @visibility secret */
          token?: string;
          /** Messages per minute. Default: 60, which is what Slack allows. */
          perMinute?: number;
        }>;
      };
    };
  };
}
