import { readCases, type GoldenCase } from '../runner/readCases';
import { askCase } from './askCase';
import type { HandWritten } from './HandWritten';
import { openAnalyst } from './openAnalyst';
import type { Outcome } from './Outcome';
import { byHand, replyOf } from './Recording';
import { RecordedApi, type Unanswered } from './RecordedApi';
import type { Recordings } from './Recordings';

/** A machine that stalls is not what is measured. */
const patience = 600;

/** What came of asking about all cases once, of recorded answers. */
export interface RecordedRound {
  outcomes: Outcome[];
  /** Requests without a recording. */
  unanswered: Unanswered[];
  /** Recordings that nobody asks for. */
  unused: string[];
  /** How many answers were taken in. */
  taken: number;
  /** Who answered, and how many requests. */
  by: string[];
}

/** Asks about golden incidents; recordings answer, after what somebody wrote by hand was taken in. */
export async function askRecorded(options: {
  recordings: Recordings;
  written?: HandWritten;
  cases?: GoldenCase[];
}): Promise<RecordedRound> {
  const { recordings, written, cases = readCases() } = options;
  const by: string[] = [];
  let taken = 0;
  const api: RecordedApi = await RecordedApi.start((hash, request) => {
    const known = recordings.get(hash);
    // What the API answered stands.
    if (!known || known.by === byHand) {
      const recording = written?.recordingOf(hash, {
        case: api.case,
        request,
        estimateTokens: text => opened.model.estimateTokens(text),
      });
      if (recording) {
        recordings.keep(recording);
        taken += 1;
      }
    }
    const recording = recordings.get(hash);
    if (recording) by.push(recording.by);
    return recording && replyOf(recording);
  });
  const opened = await openAnalyst({
    baseUrl: api.url,
    apiKey: api.apiKey,
    seconds: patience,
  });
  const unanswered: Unanswered[] = [];
  try {
    const outcomes: Outcome[] = [];
    for (const golden of cases) {
      api.case = golden.name;
      const takeUnanswered = () => {
        const all = api.takeUnanswered();
        unanswered.push(...all);
        return all;
      };
      outcomes.push(await askCase(golden, opened, takeUnanswered));
    }
    const unused = recordings.unused(api.asked);
    return { outcomes, unanswered, unused, taken, by };
  } finally {
    await opened.close();
    await api.stop();
  }
}
