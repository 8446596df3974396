import type { ModelPrice } from '@ghostlight/plugin-incidents-node';
import type { AnalysisBudget } from '../AnalysisConfig';
import { costOf } from './Meter';
import { UnavailableError } from './Unavailable';

/** How much one run may take. */
export interface RunLimits {
  inputTokens: number;
  outputTokens: number;
  /** What that costs at most: what is set aside. Millionths of a dollar. */
  micros: number;
}

const leastInput = 3_000;
const leastOutput = 800;

/**
 * The tokens of a run, fewer where they would cost more than a run may.
 *
 * @throws UnavailableError when too few are left for an answer
 */
export function limitsOf(budget: AnalysisBudget, price: ModelPrice): RunLimits {
  const most = budget.runUsd * 1e6;
  const full = costOf(price, budget);
  const share = full > most ? most / full : 1;
  const inputTokens = Math.floor(budget.inputTokens * share);
  const outputTokens = Math.floor(budget.outputTokens * share);
  if (inputTokens < leastInput || outputTokens < leastOutput)
    throw new UnavailableError('budget-run');
  return {
    inputTokens,
    outputTokens,
    micros: costOf(price, { inputTokens, outputTokens }),
  };
}
