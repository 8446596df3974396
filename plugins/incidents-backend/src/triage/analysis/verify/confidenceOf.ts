import type {
  EvidenceType,
  Sentence,
  TriageReport,
  TriageSuspect,
} from '@ghostlight/plugin-incidents-common';
import { say } from '@ghostlight/reliability-node';
import type { HeldRecord, RecordBook } from './RecordBook';

/** What a kind of record adds when it speaks for a cause: the nearer to a cause, the more. */
const weights: Record<EvidenceType, number> = {
  change: 0.14,
  metric: 0.12,
  log: 0.1,
  burn: 0.08,
  alert: 0.08,
  similar: 0.08,
  topology: 0.05,
  tool: 0.06,
  runbook: 0.02,
  owner: 0,
};

export interface Confidence {
  confidence: number;
  word: 'high' | 'medium' | 'low';
  because: Sentence[];
  /** The deterministic suspect that says the same. */
  suspect?: string;
}

/**
 * How sure a hypothesis is, from what holds it and never from what a model says of itself: which kinds of
 * records speak for it, whether the deterministic ranking names the same, what speaks against it. Where the
 * ranking agrees, its measured confidence counts for the greater part; where it does not, half is the most.
 */
export function confidenceOf(
  hypothesis: {
    /** As it was said: what is outside of the graph is named here. */
    title: string;
    entityRef?: string;
    change?: string;
    supporting: string[];
    contradicting: string[];
    supportedClaims: number;
  },
  report: TriageReport,
  book: RecordBook,
): Confidence {
  const because: Sentence[] = [];
  const records = hypothesis.supporting
    .map(id => book.get(id))
    .filter((record): record is HeldRecord => record !== undefined);
  const honest = records.filter(record => !record.givesOrders);
  const types = [...new Set(honest.map(({ item }) => item.type))];
  let score = 0.1 + types.reduce((sum, type) => sum + weights[type], 0);
  because.push(
    say(
      'triage.confidence.types',
      `${honest.length} records of ${types.length} kinds speak for it.`,
      { records: honest.length, types: types.length },
    ),
  );
  if (records.length > honest.length)
    because.push(
      say(
        'triage.confidence.orders',
        'Records that give orders to their reader do not count.',
        { records: records.length - honest.length },
      ),
    );
  const against = new Set(hypothesis.contradicting);
  const place = report.suspects.findIndex(one => isSame(one, hypothesis));
  const suspect = report.suspects[place];
  for (const id of suspect?.contradicting ?? []) against.add(id);
  if (against.size) {
    score -= Math.min(0.3, against.size * 0.1);
    because.push(
      say(
        'triage.confidence.contradicted',
        `${against.size} records speak against it.`,
        { records: against.size },
      ),
    );
  }
  if (!hypothesis.supportedClaims) {
    score = Math.min(score, 0.2);
    because.push(
      say(
        'triage.confidence.inferred',
        'No claim for it is held by a record; it is inferred.',
        {},
      ),
    );
  }
  let confidence = Math.min(score, 0.5);
  if (suspect) {
    confidence = 0.6 * suspect.confidence + 0.4 * Math.min(score * 1.6, 1);
    if (place > 0) confidence = Math.min(confidence, 0.65);
    because.push(
      say(
        'triage.confidence.agrees',
        `The calculated ranking has the same at place ${place + 1}.`,
        { place: place + 1, suspect: suspect.id },
      ),
    );
  } else {
    because.push(
      say(
        'triage.confidence.alone',
        'The calculated ranking does not name it.',
        {},
      ),
    );
  }
  if (!hypothesis.supportedClaims) confidence = Math.min(confidence, 0.35);
  if (!honest.length) confidence = Math.min(confidence, 0.1);
  confidence =
    Math.round(Math.min(0.95, Math.max(0.02, confidence)) * 100) / 100;
  return {
    confidence,
    word: wordOf(confidence),
    because,
    ...(suspect && { suspect: suspect.id }),
  };
}

function wordOf(confidence: number): Confidence['word'] {
  if (confidence >= 0.7) return 'high';
  return confidence >= 0.4 ? 'medium' : 'low';
}

/**
 * A change is itself, or the entity that it changed when the model names no change; what is outside is what
 * the title calls by its whole name.
 */
function isSame(
  suspect: TriageSuspect,
  hypothesis: { title: string; entityRef?: string; change?: string },
): boolean {
  if (hypothesis.change && suspect.change)
    return suspect.change === hypothesis.change;
  if (hypothesis.entityRef !== undefined)
    return hypothesis.entityRef === (suspect.entityRef ?? suspect.name);
  return (
    suspect.kind === 'external' &&
    suspect.name !== undefined &&
    hypothesis.title
      .toLowerCase()
      .split(/[^\p{L}\p{N}._-]+/u)
      .some(word => word.replace(/\.$/, '') === suspect.name?.toLowerCase())
  );
}
