import type {
  TriageReport,
  TriageRun,
} from '@ghostlight/plugin-incidents-common';
import type { GoldenCase } from '../runner/readCases';
import {
  analysisAnswer,
  type AnalysisAnswer,
} from '../../plugins/incidents-backend/src/triage/analysis/verify/answers';
import type { Heard } from './ListeningModel';

/** What came of asking about one case once. */
export interface Outcome {
  golden: GoldenCase;
  /** The deterministic result of the same evidence. */
  report: TriageReport;
  run: TriageRun;
  /** The last answer as the model gave it, before anything was checked. */
  said?: AnalysisAnswer;
  /** Whether it was asked to answer once more. */
  repaired: boolean;
  /** Hashes of requests of which nothing is recorded. */
  notRecorded: string[];
  milliseconds: number;
}

/** What a model said and how it got there, of all that was heard. */
export function saidIn(heard: Heard[]): Pick<Outcome, 'said' | 'repaired'> {
  const answers = heard.flatMap(({ answer }) => {
    if (answer?.stop !== 'answered') return [];
    try {
      const read = analysisAnswer.safeParse(JSON.parse(answer.text));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });
  const repaired = heard.some(
    ({ question }) =>
      question.turns.filter(({ role }) => role === 'user').length > 1,
  );
  return { said: answers.at(-1), repaired };
}

/** Why there is no answer, or that there is one. */
export function stateOf({ run, notRecorded }: Outcome): string {
  if (notRecorded.length) return 'not recorded';
  if (run.state === 'done') return 'answered';
  return run.unavailable?.code.replace(/^triage\.unavailable\./, '') ?? 'none';
}

export const isAnswered = (outcome: Outcome): boolean =>
  stateOf(outcome) === 'answered';
