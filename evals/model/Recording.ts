import { z } from 'zod';
import type { ClaudeBlock, ClaudeReply } from '@ghostlight/theatre';

/** Blocks are kept as they came: what is sent back with the next question is hashed with it. */
const block = z.union([
  z.looseObject({ type: z.literal('text'), text: z.string() }),
  // A text that is JSON, written as such to be read by people; it goes out on one line.
  z.looseObject({
    type: z.literal('text'),
    json: z.record(z.string(), z.unknown()),
  }),
  z.looseObject({
    type: z.literal('tool_use'),
    id: z.string(),
    name: z.string(),
    input: z.unknown(),
  }),
  z.looseObject({
    type: z.literal('thinking'),
    thinking: z.string(),
    signature: z.string(),
  }),
  z.looseObject({ type: z.literal('redacted_thinking'), data: z.string() }),
]);
type Block = z.infer<typeof block>;

/** Who wrote the answer of a recording when no model did: somebody who saw the request and nothing else. */
export const byHand = 'hand';

/** What was answered to one request. */
export const recordingSchema = z.strictObject({
  /** Hash of the request. */
  request: z.string().regex(/^[0-9a-f]{32}$/),
  /** Of evals/cases. */
  case: z.string(),
  /** `hand`, or the model of the API and the day: `claude-sonnet-5-5, 2026-11-22`. */
  by: z.string().regex(/^hand$|^\S+, \d{4}-\d{2}-\d{2}$/),
  answer: z.strictObject({
    content: z.array(block),
    stop_reason: z.enum(['end_turn', 'tool_use', 'max_tokens', 'refusal']),
    usage: z.strictObject({
      input_tokens: z.int().min(0),
      output_tokens: z.int().min(0),
      cache_read_input_tokens: z.int().min(0),
    }),
  }),
});
export type Recording = z.infer<typeof recordingSchema>;

/** A block as it is kept. */
export function keptBlock(given: ClaudeBlock): Block {
  if (given.type !== 'text') return { ...given };
  const { text, ...rest } = given;
  try {
    const json: unknown = JSON.parse(text);
    const isObject =
      json !== null && typeof json === 'object' && !Array.isArray(json);
    // Only if nothing is lost by it.
    if (isObject && JSON.stringify(json) === text)
      return { ...rest, json: json as Record<string, unknown> };
  } catch {
    // It is a text.
  }
  return { ...given };
}

/** A recording as the API on loopback answers it. */
export function replyOf({ answer }: Recording): ClaudeReply {
  const { content, stop_reason: stop, usage } = answer;
  return {
    content: content.map(wireBlock),
    stop,
    usage: {
      input: usage.input_tokens,
      output: usage.output_tokens,
      cached: usage.cache_read_input_tokens,
    },
  };
}

function wireBlock(kept: Block): ClaudeBlock {
  if (!('json' in kept)) return kept as ClaudeBlock;
  const { json, ...rest } = kept;
  return { ...rest, text: JSON.stringify(json) } as ClaudeBlock;
}
