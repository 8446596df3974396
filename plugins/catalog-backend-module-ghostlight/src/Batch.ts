import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

/**
 * Gathers texts for a moment and then hands each over once. An entity shows in the catalog, and its
 * refresh keys are in the database, only after its processing is over; what a processor wants to be
 * done about it has to wait for that. What fails is logged and dropped: all of it is a shortcut to
 * what the next round of processing brings anyway.
 */
export class Batch {
  readonly #pending = new Set<string>();
  readonly #run: (items: string[]) => Promise<void>;
  readonly #logger: LoggerService;
  readonly #delayMs: number;

  static create(options: {
    run: (items: string[]) => Promise<void>;
    logger: LoggerService;
    /** 2,000 by default. */
    delayMs?: number;
  }) {
    return new Batch(options);
  }

  private constructor(options: {
    run: (items: string[]) => Promise<void>;
    logger: LoggerService;
    delayMs?: number;
  }) {
    this.#run = options.run;
    this.#logger = options.logger;
    this.#delayMs = options.delayMs ?? 2_000;
  }

  add(item: string) {
    if (this.#pending.size === 0) {
      setTimeout(() => this.#flush(), this.#delayMs).unref();
    }
    this.#pending.add(item);
  }

  async #flush() {
    const items = [...this.#pending];
    this.#pending.clear();
    try {
      await this.#run(items);
    } catch (error) {
      this.#logger.warn(
        `${
          items.length
        } follow-ups of processing are left to the next round: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
