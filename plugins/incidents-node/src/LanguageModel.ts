import type { JsonObject } from '@backstage/types';

/**
 * The two sizes of model that triage asks: one for analyses, a cheap one for titles.
 *
 * @public
 */
export type ModelTier = 'analysis' | 'small';

/**
 * Something that the model may ask for. What it answers is data.
 *
 * @public
 */
export interface ModelTool {
  name: string;
  description: string;
  /** JSON Schema of its input: a flat object. */
  inputSchema: JsonObject;
}

/**
 * One part of a conversation.
 *
 * @public
 */
export type ModelTurn =
  | { role: 'user'; text: string }
  | { role: 'assistant'; answer: ModelAnswer }
  | {
      role: 'tools';
      results: { callId: string; text: string; failed: boolean }[];
    };

/**
 * One question to a model: one streamed call, no loop.
 *
 * @public
 */
export interface ModelQuestion {
  tier: ModelTier;
  /** Instructions; nothing untrusted is in them. */
  system: string;
  turns: ModelTurn[];
  tools?: ModelTool[];
  /** False: the tools are only named, for what was called before. */
  mayCallTools?: boolean;
  /** JSON Schema that the final answer has; flat. */
  schema: JsonObject;
  maxOutputTokens: number;
}

/**
 * What calls cost in tokens.
 *
 * @public
 */
export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
  /** Of the input, read from the vendor's cache. */
  cachedTokens: number;
}

/**
 * What a model answered. Untrusted.
 *
 * @public
 */
export interface ModelAnswer {
  stop: 'answered' | 'tools' | 'truncated' | 'refused';
  /** The text as it came; JSON when `stop` is `answered`. */
  text: string;
  toolCalls: { id: string; name: string; input: unknown }[];
  /** What the vendor's client needs to go on with, opaque to others. */
  raw: unknown;
  usage: ModelUsage;
  model: string;
}

/**
 * Why a model did not answer.
 *
 * @public
 */
export type ModelFailureReason =
  | 'not-configured'
  | 'rate-limited'
  | 'overloaded'
  | 'timeout'
  | 'cut-off'
  | 'refused-by-vendor'
  | 'unreachable'
  | 'unexpected';

/**
 * Thrown by a model that did not answer. `usage` is what it cost nevertheless.
 *
 * @public
 */
export class ModelFailure extends Error {
  readonly reason: ModelFailureReason;
  readonly usage?: ModelUsage;
  /** Not before so many milliseconds, when the vendor says so. */
  readonly retryAfterMs?: number;

  constructor(
    reason: ModelFailureReason,
    message: string,
    options: {
      usage?: ModelUsage;
      retryAfterMs?: number;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ModelFailure';
    this.reason = reason;
    this.usage = options.usage;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/**
 * US dollars per million tokens, as they were on a day.
 *
 * @public
 */
export interface ModelPrice {
  input: number;
  output: number;
  /** Of what is read from the vendor's cache; as `input` when absent. */
  cachedInput?: number;
  /** ISO date. */
  of: string;
}

/**
 * A vendor's models. At most one is installed.
 *
 * @public
 */
export interface LanguageModel {
  /** `anthropic`. */
  vendor: string;
  /** Whether there is a key; without one nothing is sent. */
  configured: boolean;
  model(tier: ModelTier): { name: string; price: ModelPrice };
  /** Upper estimate of the tokens of a text, without asking anybody. */
  estimateTokens(text: string): number;
  /**
   * Asks once. `onProgress` is told how much came so far.
   *
   * @throws ModelFailure
   */
  ask(
    question: ModelQuestion,
    options: {
      signal: AbortSignal;
      onProgress?: (characters: number) => void;
    },
  ): Promise<ModelAnswer>;
}
