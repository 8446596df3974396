const rounds = 3000;
const shrinkage = 0.001;

export interface Logistic {
  predict(row: number[]): number;
  tell(names: readonly string[]): string;
}

/** Logistic regression by gradient descent (Adam), lightly shrunk. */
export function fitLogistic(rows: number[][], outcomes: number[]): Logistic {
  const width = rows[0]?.length ?? 0;
  const weights = new Array<number>(width + 1).fill(0);
  const first = new Array<number>(width + 1).fill(0);
  const second = new Array<number>(width + 1).fill(0);
  const predict = (row: number[]) => {
    let sum = weights[width];
    for (let at = 0; at < width; at++) sum += weights[at] * row[at];
    return 1 / (1 + Math.exp(-sum));
  };
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((weight, at) =>
      at < width ? shrinkage * weight : 0,
    );
    for (const [at, row] of rows.entries()) {
      const miss = (predict(row) - outcomes[at]) / rows.length;
      for (let which = 0; which < width; which++)
        slope[which] += miss * row[which];
      slope[width] += miss;
    }
    for (const [at, value] of slope.entries()) {
      first[at] = 0.9 * first[at] + 0.1 * value;
      second[at] = 0.99 * second[at] + 0.01 * value * value;
      weights[at] -=
        (0.03 * first[at]) /
        (1 - 0.9 ** round) /
        (Math.sqrt(second[at] / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return {
    predict,
    tell: names =>
      `base: ${weights[width].toFixed(2)}, ${names
        .map((name, at) => `${name}: ${weights[at].toFixed(2)}`)
        .join(', ')}`,
  };
}
