import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';

/**
 * One delivery, as a line of a recording has it.
 *
 * @public
 */
export interface ReplayLine {
  /** Id of the adapter: `alertmanager`. */
  adapter: string;
  /** When it came in: ISO 8601, or milliseconds since the epoch. */
  receivedAt: string | number;
  /** As the sender sent it, parsed. */
  body: JsonValue;
  /** Those that the adapter reads, in lower case. */
  headers?: Record<string, string>;
}

/** @throws InputError when it is no instant */
export function receivedAtOf({ receivedAt }: ReplayLine): number {
  const at =
    typeof receivedAt === 'number' ? receivedAt : Date.parse(receivedAt);
  if (!Number.isFinite(at))
    throw new InputError(`'receivedAt' is not a time: ${receivedAt}`);
  return at;
}
