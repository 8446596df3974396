import type {
  TriageCase,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import {
  byAlertCount,
  byLargestZ,
  byNearestChange,
  namesIn,
  type Guess,
} from './baselines';
import type { Expected } from './Expected';

export const rankers = [
  'ours',
  'alert count',
  'nearest change',
  'largest z',
  'random',
] as const;
export type RankerName = (typeof rankers)[number];

interface Count {
  faulty: number;
  first: number;
  three: number;
  missed: number;
  healthy: number;
  falseAlarms: number;
}

const zero = (): Count => ({
  faulty: 0,
  first: 0,
  three: 0,
  missed: 0,
  healthy: 0,
  falseAlarms: 0,
});

/** What the rankers made of many cases. */
export class Tally {
  private readonly counts = new Map<string, Count>();
  private readonly squares: number[] = [];

  private constructor() {}

  static create(): Tally {
    return new Tally();
  }

  add(
    given: TriageCase,
    expected: Expected,
    report: TriageReport,
    groups: string[] = [],
  ) {
    const guess = namesOf(report);
    const saysFault = report.verdict !== 'no-fault';
    this.addGuess(guess, expected, {
      saysFault,
      confidence: report.suspects[0]?.confidence,
    });
    for (const group of groups) this.count(group, guess, expected, saysFault);
    const guesses: [RankerName, Guess][] = [
      ['alert count', byAlertCount(given)],
      ['nearest change', byNearestChange(given)],
      ['largest z', byLargestZ(given)],
    ];
    for (const [name, names] of guesses)
      this.count(name, names, expected, names.length > 0);
    this.countRandom(given, expected);
  }

  /** Ours alone: who is suspected, whether anybody is, and how sure it is of the first. */
  addGuess(
    guess: Guess,
    expected: Expected,
    { saysFault, confidence = 0 }: { saysFault: boolean; confidence?: number },
  ) {
    this.count('ours', guess, expected, saysFault);
    if (expected.causes)
      this.squares.push(
        (confidence - Number(isIn(guess.slice(0, 1), expected))) ** 2,
      );
  }

  /** Mean square of confidence of the first suspect less 1 where it was right; 0 is best. */
  get brier(): number {
    return (
      this.squares.reduce((sum, value) => sum + value, 0) /
      Math.max(1, this.squares.length)
    );
  }

  of(name: string): Count {
    return this.counts.get(name) ?? zero();
  }

  get groups(): string[] {
    return [...this.counts.keys()]
      .filter(name => !rankers.includes(name as RankerName))
      .sort();
  }

  private count(
    name: string,
    guess: Guess,
    expected: Expected,
    saysFault: boolean,
  ) {
    const count = this.at(name);
    if (!expected.causes) {
      count.healthy += 1;
      if (saysFault) count.falseAlarms += 1;
      return;
    }
    count.faulty += 1;
    if (!saysFault) count.missed += 1;
    if (isIn(guess.slice(0, 1), expected)) count.first += 1;
    if (isIn(guess.slice(0, 3), expected)) count.three += 1;
  }

  private countRandom(given: TriageCase, { causes }: Expected) {
    const count = this.at('random');
    if (!causes) {
      count.healthy += 1;
      count.falseAlarms += 1;
      return;
    }
    const size = Math.max(1, namesIn(given).length);
    count.faulty += 1;
    count.first += Math.min(1, causes.length / size);
    count.three += Math.min(1, (3 * causes.length) / size);
  }

  private at(name: string): Count {
    let count = this.counts.get(name);
    if (!count) {
      count = zero();
      this.counts.set(name, count);
    }
    return count;
  }
}

/** What a report's suspects are called, each by all of its names. */
export function namesOf({ suspects }: TriageReport): string[] {
  return suspects.map(({ entityRef, name }) => entityRef ?? name ?? '');
}

const isIn = (names: string[], { causes = [] }: Expected) =>
  names.some(name => causes.includes(name));
