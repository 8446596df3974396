import type { ModelPrice, ModelUsage } from '@ghostlight/plugin-incidents-node';

/** What a run took until now. */
export interface Spent {
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  /** Of tools. */
  calls: number;
  rounds: number;
  /** Millionths of a dollar. */
  micros: number;
}

/** Counts what a run takes. A dollar per million tokens is a millionth of one for each. */
export class Meter {
  private readonly taken: Spent = {
    inputTokens: 0,
    outputTokens: 0,
    cachedTokens: 0,
    calls: 0,
    rounds: 0,
    micros: 0,
  };

  private constructor(private readonly price: ModelPrice) {}

  static create(price: ModelPrice): Meter {
    return new Meter(price);
  }

  get spent(): Spent {
    return { ...this.taken };
  }

  add({ inputTokens, outputTokens, cachedTokens }: ModelUsage): void {
    this.taken.inputTokens += inputTokens;
    this.taken.outputTokens += outputTokens;
    this.taken.cachedTokens += cachedTokens;
    this.taken.micros = costOf(this.price, this.taken);
  }

  addRound(calls: number): void {
    this.taken.rounds += 1;
    this.taken.calls += calls;
  }
}

/** Millionths of a dollar, rounded up. */
export function costOf(
  price: ModelPrice,
  usage: Omit<ModelUsage, 'cachedTokens'> & { cachedTokens?: number },
): number {
  const cached = Math.min(usage.cachedTokens ?? 0, usage.inputTokens);
  return Math.ceil(
    (usage.inputTokens - cached) * price.input +
      cached * (price.cachedInput ?? price.input) +
      usage.outputTokens * price.output,
  );
}
