import type { CorrelatedChange } from './Correlation';

/** What a screen says of a change that was `age` ms before the symptoms, in its own language. */
export function changeData(
  change: CorrelatedChange,
  age: number,
): Record<string, string> {
  return {
    changeId: String(change.id),
    title: change.title,
    seconds: String(Math.round(age / 1000)),
  };
}
