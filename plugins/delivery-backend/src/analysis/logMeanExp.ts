/** One value that an unknown quantity may have, and how much is bet on it. Weights add up to 1. */
export interface Bet {
  value: number;
  weight: number;
}

/** Log of the weighted mean of what the logs stand for, without overflow. */
export function logMeanExp(logs: number[], weights: number[]): number {
  const terms = logs.map((log, n) => log + Math.log(weights[n]));
  const most = Math.max(...terms);
  if (!Number.isFinite(most)) return most;
  return (
    most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0))
  );
}
