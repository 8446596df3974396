import type { EpochMs } from './AlertEvent';

/**
 * What a log source is asked: the lines of one entity in a span.
 *
 * @public
 */
export interface LogQuestion {
  entityRef: string;
  /** The entity's annotations, by which a source knows where its logs are. */
  annotations: Record<string, string>;
  environment?: string;
  from: EpochMs;
  to: EpochMs;
  /** At most so many lines, those of the highest level first where the source can tell. */
  limit: number;
}

/**
 * A line as its source has it. Untrusted.
 *
 * @public
 */
export interface LogLine {
  at: EpochMs;
  level?: string;
  text: string;
}

/**
 * What a source answers. `link` shows the same to a person.
 *
 * @public
 */
export interface LogAnswer {
  lines: LogLine[];
  /** There were more than were asked for. */
  truncated: boolean;
  link?: string;
}

/**
 * Reads logs from one store. Reads only; caps what it reads.
 *
 * @public
 */
export interface LogSource {
  /** In evidence and configuration: `loki`. */
  name: string;
  /** Whether it knows where this entity's logs are. No network. */
  knows(question: LogQuestion): boolean;
  /** @throws when the store refuses or does not answer in time */
  read(question: LogQuestion, signal: AbortSignal): Promise<LogAnswer>;
}
