import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import type { Adapter } from '@ghostlight/plugin-incidents-node';
import type { SignatureCheck } from '@ghostlight/reliability-node';

/** What an adapter that has to speak with its vendor is given. */
export interface ConnectOptions {
  /** `incidents.intake.adapters.<id>` */
  config?: Config;
  /** Of that section; the current and the previous one. */
  secrets: string[];
  fetch: typeof fetch;
  logger: LoggerService;
  /** Epoch milliseconds. */
  now: () => number;
}

/** What an adapter does beside reading, by which the outside is reached. */
export interface Connection {
  /** In place of the adapter's own. Undefined when the configuration lacks what it needs. */
  signature?: SignatureCheck;
  /**
   * Answers what is said to set the sending up, such as a subscription to confirm.
   *
   * @returns false when the body is none of that, and is to be read
   * @throws ServiceUnavailableError when the vendor could not be reached, and is to ask again
   */
  greet?(body: Buffer): Promise<boolean>;
}

/** An adapter of this package. Reading stays pure; `connect` makes what is not. */
export interface BuiltInAdapter extends Adapter {
  /** The body without the secrets in it, before it is read and kept. */
  redact?(body: JsonValue): JsonValue;
  connect?(options: ConnectOptions): Connection;
}
