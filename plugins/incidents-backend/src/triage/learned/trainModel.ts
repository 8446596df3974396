import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';
import type { Featured } from './features';

export interface Lesson {
  /** Epoch milliseconds at which the incident began. */
  at: number;
  causeRef: string;
  candidates: Featured[];
}

/** Of a logistic regression: one for each feature, and the last for none. */
export type Model = number[];

const steps = 600;

/** How likely each candidate is the cause, from its features. The same lessons teach the same. */
export function trainModel(lessons: Lesson[]): Model {
  const rows: number[][] = [];
  const classes: number[] = [];
  for (const { candidates, causeRef } of lessons)
    for (const { ref, features } of candidates) {
      rows.push([...features, 1]);
      classes.push(Number(ref === causeRef));
    }
  const regression = new LogisticRegression({
    numSteps: steps,
    learningRate: 0.5 / rows.length,
  });
  regression.train(new Matrix(rows), Matrix.columnVector(classes));
  return regression.classifiers[0].weights.to1DArray();
}

export function likelihoodOf(model: Model, features: number[]): number {
  let sum = model[model.length - 1];
  for (const [place, value] of features.entries()) sum += model[place] * value;
  return 1 / (1 + Math.exp(-sum));
}

/** Share of lessons whose first candidate, by a score, is the cause. */
export function firstShare(
  lessons: Lesson[],
  score: (candidate: Featured, place: number) => number,
): number {
  const right = lessons.filter(({ candidates, causeRef }) => {
    const [best] = candidates
      .map((candidate, place) => ({
        ref: candidate.ref,
        score: score(candidate, place),
      }))
      .sort((a, b) => b.score - a.score);
    return best?.ref === causeRef;
  });
  return right.length / Math.max(1, lessons.length);
}
