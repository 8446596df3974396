import type Anthropic from '@anthropic-ai/sdk';
import type {
  ModelQuestion,
  ModelTurn,
} from '@ghostlight/plugin-incidents-node';
import type { ClaudeConfig } from './readClaudeConfig';

/** A question as the Messages API takes it. */
export function paramsOf(
  question: ModelQuestion,
  { models, effort }: ClaudeConfig,
): Anthropic.MessageStreamParams {
  const { tier, system, turns, tools, mayCallTools = true } = question;
  return {
    model: models[tier].name,
    max_tokens: question.maxOutputTokens,
    system,
    messages: turns.map(messageOf),
    output_config: {
      format: { type: 'json_schema', schema: question.schema },
      // The small ones do not think.
      ...(tier === 'analysis' && { effort }),
    },
    ...(tools?.length && {
      tools: tools.map(({ name, description, inputSchema }) => ({
        name,
        description,
        input_schema: { ...inputSchema, type: 'object' as const },
      })),
      tool_choice: {
        type: mayCallTools ? ('auto' as const) : ('none' as const),
      },
    }),
  };
}

function messageOf(turn: ModelTurn): Anthropic.MessageParam {
  switch (turn.role) {
    case 'user':
      return { role: 'user', content: turn.text };
    case 'assistant':
      // As it came: thinking has a signature.
      return {
        role: 'assistant',
        content: turn.answer.raw as Anthropic.ContentBlockParam[],
      };
    default:
      return {
        role: 'user',
        content: turn.results.map(({ callId, text, failed }) => ({
          type: 'tool_result',
          tool_use_id: callId,
          content: text,
          is_error: failed,
        })),
      };
  }
}
