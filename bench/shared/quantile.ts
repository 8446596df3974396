/** The value below which a share of the values lies; of several, the nearest rank. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank))] ?? NaN;
}

export function median(values: number[]): number {
  return (quantile(values, 0.5) + quantile(values, 0.5 + 1e-9)) / 2;
}
