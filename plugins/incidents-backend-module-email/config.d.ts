export interface Config {
  incidents?: {
    notifications?: {
      email?: {
        /** The server that takes the mail. */
        smtp: {
          host: string;
          /** Default: 587, or 465 when `secure`. */
          port?: number;
          /** TLS from the first byte. Without it STARTTLS is required. Default: false. */
          secure?: boolean;
          /** Send over a connection without TLS, as to a relay on the same machine. Default: false. */
          allowPlaintext?: boolean;
          username?: string;
          /** @visibility secret */
          password?: string;
        };
        /** `Ghostlight <incidents@example.com>` */
        from: string;
        channels?: Array<{
          /** By which routes lead to it: `email`. */
          name: string;
          /** Addresses that get every message of the channel, beside those on call and the owner as the route says. */
          to?: string[];
          /** Messages per minute. Default: 60. */
          perMinute?: number;
        }>;
      };
    };
  };
}
