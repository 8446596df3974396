import type { TriageAnalysis } from '@ghostlight/plugin-incidents-common';
import { Tally } from '../runner/Tally';
import { checkShown } from './checkShown';
import { namesOfHypotheses } from './namesOf';
import { isAnswered, type Outcome } from './Outcome';

/** One figure of many outcomes. */
export interface Figure {
  name: string;
  value: number | undefined;
  kind: 'share' | 'count' | 'score' | 'tokens' | 'dollars' | 'milliseconds';
  /** Of how many, where it is a share. */
  of?: number;
  /** What it has to be. */
  must?: number;
}

/** A part of an answer: how much of it was said, and how much is shown after the check. */
export interface Part {
  part: string;
  said: number;
  shown: number;
}

/** What the answers come to, beside the ranking on the same cases. */
export function figuresOf(outcomes: Outcome[]): Figure[] {
  const answered = outcomes.filter(isAnswered);
  const model = Tally.create();
  const ranking = Tally.create();
  for (const outcome of answered) {
    const { golden, report, run } = outcome;
    ranking.add(golden.case, golden.expected, report);
    model.addGuess(namesOfHypotheses(outcome), golden.expected, {
      saysFault: run.analysis?.verdict !== 'no-fault',
      confidence: run.analysis?.hypotheses[0]?.confidence,
    });
  }
  const checks = answered.map(({ run }) => checkShown(run));
  const citations = sum(checks, ({ citations: n }) => n);
  const unknown = sum(checks, check => check.unknown.length);
  const numbers = sum(checks, check => check.numbers);
  const unheld = sum(checks, check => check.unheld.length);
  const usages = answered.flatMap(({ run }) => run.usage ?? []);
  const of = model.of('ours');
  const base = ranking.of('ours');
  const pair = (
    name: string,
    count: (tally: typeof of) => number,
    all: number,
  ): Figure[] => [
    share(`${name}, the model`, count(of), all),
    share(`${name}, the ranking`, count(base), all),
  ];
  return [
    {
      ...share(
        'citations shown that are in the evidence',
        citations - unknown,
        citations,
      ),
      must: 1,
    },
    {
      name: `numbers shown that no cited record holds, of ${numbers}`,
      value: unheld,
      kind: 'count',
      must: 0,
    },
    ...pair('first suspect right', ({ first }) => first, of.faulty),
    ...pair('among the first three', ({ three }) => three, of.faulty),
    ...pair('fault missed', ({ missed }) => missed, of.faulty),
    ...pair('no-fault false positives', one => one.falseAlarms, of.healthy),
    score('Brier score of the confidence, the model', of.faulty, model.brier),
    score(
      'Brier score of the confidence, the ranking',
      of.faulty,
      ranking.brier,
    ),
    share(
      'asked to answer once more',
      answered.filter(({ repaired }) => repaired).length,
      answered.length,
    ),
    mean('calls of tools a run', usages, ({ calls }) => calls, 'score'),
    mean('tokens in a run', usages, usage => usage.inputTokens, 'tokens'),
    mean('tokens out a run', usages, usage => usage.outputTokens, 'tokens'),
    mean('cost of a run', usages, ({ cost }) => cost.amount, 'dollars'),
    mean('time of a run', answered, one => one.milliseconds, 'milliseconds'),
  ];
}

/** How much of what was said is shown. */
export function partsOf(outcomes: Outcome[]): Part[] {
  const answered = outcomes.filter(isAnswered);
  const claims = (analysis: TriageAnalysis | undefined) =>
    analysis
      ? sum(analysis.hypotheses, one => one.claims.length) +
        analysis.ruledOut.length +
        analysis.verification.length +
        analysis.prevention.length
      : 0;
  const lists = [
    'hypotheses',
    'timeline',
    'actions',
    'openQuestions',
    'injections',
  ] as const;
  return [
    {
      part: 'claims',
      said: sum(answered, ({ said }) => said?.claims.length ?? 0),
      shown: sum(answered, ({ run }) => claims(run.analysis)),
    },
    ...lists.map(part => ({
      part: part === 'openQuestions' ? 'open questions' : part,
      said: sum(answered, ({ said }) => said?.[part].length ?? 0),
      shown: sum(answered, ({ run }) => run.analysis?.[part].length ?? 0),
    })),
  ];
}

/** How often something was not shown, by why; the most frequent first. */
export function droppedOf(outcomes: Outcome[]): [string, number][] {
  return counted(
    outcomes.flatMap(({ run }) =>
      (run.analysis?.dropped ?? []).map(({ reason }) =>
        reason.code.replace(/^triage\.dropped\./, ''),
      ),
    ),
  );
}

/** How often each of some words is there; the most frequent first. */
export function counted(words: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Limits that are not kept, in words. */
export function missedLimits(figures: Figure[]): string[] {
  return figures
    .filter(
      ({ must, value }) =>
        must !== undefined && value !== undefined && value !== must,
    )
    .map(({ name, value, must }) => `${name}: ${value}, must be ${must}`);
}

function share(name: string, part: number, of: number): Figure {
  return { name, value: of ? part / of : undefined, kind: 'share', of };
}

function score(name: string, of: number, value: number): Figure {
  return { name, value: of ? value : undefined, kind: 'score' };
}

function mean<T>(
  name: string,
  all: T[],
  value: (one: T) => number,
  kind: Figure['kind'],
): Figure {
  return {
    name,
    value: all.length ? sum(all, value) / all.length : undefined,
    kind,
  };
}

function sum<T>(all: T[], value: (one: T) => number): number {
  return all.reduce((total, one) => total + value(one), 0);
}
