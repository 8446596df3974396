import type { JsonObject } from '@backstage/types';
import type {
  EvidenceItem,
  Redaction,
  Sentence,
} from '@ghostlight/plugin-incidents-common';
import type { ModelTier } from '@ghostlight/plugin-incidents-node';
import type { AnswerLanguage } from '../AnalysisRequest';
import type { Prompt } from '../prompts';
import type { ToolBox } from '../tools/ToolBox';
import type { Dropped } from '../verify/Dropped';
import type { RecordBook } from '../verify/RecordBook';

/** What came of checking an answer. */
export interface Checked<Result> {
  /** Absent when nothing is left that helps. */
  result?: Result;
  dropped: Dropped[];
  /** Whether it would be worth asking once more. */
  poor: boolean;
}

/**
 * A question with all that it needs. Tasks differ by prompt, schema and check; how they are asked, paid,
 * kept and given up is the same.
 */
export interface Task<Result> {
  prompt: Prompt;
  tier: ModelTier;
  incidentNumber: number;
  /** What the answer depends on: evidence by its hash. */
  bundleId: string;
  /** What else it depends on, for the cache. */
  depends: string[];
  redactions: Redaction[];
  language: AnswerLanguage;
  by: string;
  again: boolean;
  schema: JsonObject;
  /** What is asked, as data, in at most so many bytes of JSON. */
  data(mostBytes: number): JsonObject;
  /** Parses and verifies. Never throws. */
  check(answer: unknown): Checked<Result>;
  book: RecordBook;
  toolBox?: ToolBox;
  /** What is kept with the run. */
  evidence(): EvidenceItem[];
  signal?: AbortSignal;
  onStage?: (
    stage: 'reserving' | 'asking' | 'using-tools' | 'verifying' | 'repairing',
    said?: Sentence,
  ) => void;
}
