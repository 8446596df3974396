import { setTimeout as wait } from 'node:timers/promises';
import type { ClaudeBlock } from '@ghostlight/theatre';
import { paramsOf } from '../../plugins/incidents-backend-module-anthropic/src/paramsOf';
import { readCases, type GoldenCase } from '../runner/readCases';
import { askCase } from './askCase';
import type { Heard } from './ListeningModel';
import { openAnalyst, type OpenAnalyst } from './openAnalyst';
import { stateOf, type Outcome } from './Outcome';
import { keptBlock, type Recording } from './Recording';
import type { Recordings } from './Recordings';
import { hashOfRequest } from './wire';

/** How often something that passes is asked again. */
const mostTries = 4;
/** Of what an API says that it passes. */
const passing = new Set(['rate-limited', 'overloaded', 'resting']);
/** When nobody says how long. */
const patienceSeconds = 30;
const longestSeconds = 120;

export interface LiveOptions {
  apiKey: string;
  /** Claude's own by default. */
  baseUrl?: string;
  /** How often each case is asked about. */
  times: number;
  /** No run begins that could go beyond it. US dollars. */
  mostUsd: number;
  /** Where answers are kept; of each request the first. */
  recordings?: Recordings;
  cases?: GoldenCase[];
  say?: (text: string) => void;
  /** Of recordings: epoch milliseconds. */
  now?: number;
}

export interface LiveRounds {
  /** Each all cases once, but maybe the last. */
  rounds: Outcome[][];
  /** US dollars. */
  spent: number;
  /** Why it ended early. */
  stopped?: string;
}

/**
 * Asks the API about each case several times, all cases in turn, so that what is there when it has to stop
 * is of all of them.
 */
export async function askLive(options: LiveOptions): Promise<LiveRounds> {
  const { apiKey, baseUrl, times, mostUsd, cases = readCases() } = options;
  const opened = await openAnalyst({ apiKey, baseUrl });
  const kept = new Set<string>();
  const rounds: Outcome[][] = [];
  let spent = 0;
  try {
    for (let round = 1; round <= times; round++) {
      const outcomes: Outcome[] = [];
      rounds.push(outcomes);
      for (const golden of cases) {
        const { estimate } = await opened.analyst.availability();
        const most = estimate?.amount ?? 0;
        if (spent + most > mostUsd)
          return {
            rounds: rounds.filter(({ length }) => length > 0),
            spent,
            stopped: `$${spent.toFixed(
              2,
            )} are spent, and another run could go beyond the $${mostUsd} of --most-usd`,
          };
        const asked = await askPatiently(golden, opened, options);
        spent += asked.spent;
        keep(asked.heard, golden, opened, kept, options);
        const state = stateOf(asked.outcome);
        if (state === 'refused-by-vendor' || state === 'unreachable')
          return {
            rounds: rounds.filter(({ length }) => length > 0),
            spent,
            stopped: `the API does not answer: ${
              asked.outcome.run.unavailable?.text ?? state
            }`,
          };
        outcomes.push(asked.outcome);
      }
      options.say?.(`round ${round} of ${times}, $${spent.toFixed(2)} spent`);
    }
    return { rounds, spent };
  } finally {
    await opened.close();
  }
}

/** What passes is waited for. */
async function askPatiently(
  golden: GoldenCase,
  opened: OpenAnalyst,
  { say }: LiveOptions,
): Promise<{ outcome: Outcome; heard: Heard[]; spent: number }> {
  let spent = 0;
  for (let tries = 1; ; tries++) {
    const { heard, ...outcome } = await askCase(golden, opened);
    const { unavailable, usage } = outcome.run;
    spent += usage?.cost.amount ?? 0;
    const state = stateOf(outcome);
    if (!passing.has(state) || tries === mostTries)
      return { outcome, heard, spent };
    const seconds = Number(unavailable?.params?.seconds ?? patienceSeconds);
    say?.(`${golden.name}: ${state}, once more in ${seconds} s`);
    await wait(Math.min(longestSeconds, seconds) * 1000);
  }
}

function keep(
  heard: Heard[],
  golden: GoldenCase,
  { claude }: OpenAnalyst,
  kept: Set<string>,
  { recordings, now = Date.now() }: LiveOptions,
) {
  if (!recordings) return;
  for (const { question, answer } of heard) {
    if (!answer) continue;
    const hash = hashOfRequest(paramsOf(question, claude));
    if (kept.has(hash)) continue;
    kept.add(hash);
    const { inputTokens, outputTokens, cachedTokens } = answer.usage;
    recordings.keep({
      request: hash,
      case: golden.name,
      by: `${answer.model}, ${new Date(now).toISOString().slice(0, 10)}`,
      answer: {
        content: (answer.raw as ClaudeBlock[]).map(keptBlock),
        stop_reason: stopReasons[answer.stop],
        usage: {
          input_tokens: inputTokens - cachedTokens,
          output_tokens: outputTokens,
          cache_read_input_tokens: cachedTokens,
        },
      },
    });
  }
}

const stopReasons = {
  answered: 'end_turn',
  tools: 'tool_use',
  truncated: 'max_tokens',
  refused: 'refusal',
} as const satisfies Record<string, Recording['answer']['stop_reason']>;
