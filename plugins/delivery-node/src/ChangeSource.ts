import type { Entity } from '@backstage/catalog-model';
import type { ChangeReport } from './ChangeReport';

/**
 * Where a source says what it sees. Resolves once it is durable.
 *
 * @public
 */
export interface ChangeSink {
  record(reports: ChangeReport[]): Promise<void>;
  /** How the source does, for people: shown among the sources. */
  status(status: { healthy: boolean; text?: string }): void;
}

/**
 * What a source is run with.
 *
 * @public
 */
export interface ChangeSourceContext {
  sink: ChangeSink;
  /** Aborts when the plugin stops or another replica took over. */
  signal: AbortSignal;
  /** Components of the catalog as last read; at most 30 s old. */
  entities(): Entity[];
  /** A small text kept between runs of this source, such as where to go on. */
  remembered(): Promise<string | undefined>;
  remember(text: string): Promise<void>;
}

/**
 * Watches a platform for changes. One replica at a time runs it.
 *
 * @public
 */
export interface ChangeSource {
  /** In answers of the API: `kubernetes`. */
  id: string;
  title: string;
  /** Runs until the signal aborts. When it throws it is run again, later each time. */
  run(context: ChangeSourceContext): Promise<void>;
}
