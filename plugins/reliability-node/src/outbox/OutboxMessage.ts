import type { JsonValue } from '@backstage/types';

/**
 * Something that is to leave the database once the transaction around it is committed.
 *
 * @public
 */
export interface OutboxMessage {
  /** Which handler takes it. At most 100 characters. */
  topic: string;
  /**
   * Identity within its topic, at most 300 characters. It is the same for every attempt, and appended
   * a second time it adds nothing for as long as the first is kept.
   */
  key: string;
  payload: JsonValue;
  /**
   * Messages of one lane are handled one after the other, in the order in which they were appended;
   * one that waits for another attempt holds up those behind it. Append to one lane under a lock of
   * what the lane is about, or the order is that of luck. At most 300 characters.
   */
  lane?: string;
  /** Milliseconds since the epoch; at once by default. */
  notBefore?: number;
}

/**
 * One attempt to deliver a message.
 *
 * @public
 */
export interface OutboxDelivery {
  topic: string;
  key: string;
  lane?: string;
  payload: JsonValue;
  /** 1 for the first. Attempts of a process that died count. */
  attempt: number;
}
