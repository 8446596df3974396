declare module 'ml-logistic-regression' {
  import type { Matrix } from 'ml-matrix';

  /** One classifier for each class; that of class 0 says how likely it is another. */
  export default class LogisticRegression {
    constructor(options: { numSteps: number; learningRate: number });
    classifiers: { weights: Matrix; testScores(rows: Matrix): number[] }[];
    train(rows: Matrix, classes: Matrix): void;
  }
}
