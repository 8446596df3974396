/** A tool that a reply calls. */
export interface ToolUse {
  name: string;
  input: unknown;
}

/** A block of an answer as the API has it. */
export type ClaudeBlock =
  | { type: 'text'; text: string; citations?: null }
  | { type: 'tool_use'; id: string; name: string; input: unknown }
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'redacted_thinking'; data: string };

/** What is answered to one request. */
export type ClaudeReply =
  | {
      /** Text of the answer; with structured output JSON. */
      text?: string;
      tools?: ToolUse[];
      /** The blocks as they are, of an answer that was recorded; instead of `text` and `tools`. */
      content?: ClaudeBlock[];
      /** `end_turn`, or `tool_use` with tools, by default. */
      stop?: 'end_turn' | 'tool_use' | 'max_tokens' | 'refusal' | 'pause_turn';
      usage?: { input: number; output: number; cached?: number };
      /** Before the first byte. */
      delayMs?: number;
      /** The connection ends after so many characters of text. */
      cutAfter?: number;
      /** Within the stream, after its first half, this error comes: `overloaded_error`. */
      errorInStream?: string;
    }
  | {
      status: number;
      /** `overloaded_error`, `rate_limit_error`, `authentication_error`, … */
      type: string;
      message?: string;
      /** Seconds. */
      retryAfter?: number;
      delayMs?: number;
    };

/** A request as it came. */
export interface ClaudeRequest {
  model: string;
  max_tokens: number;
  system?: unknown;
  messages: { role: string; content: unknown }[];
  tools?: { name: string; input_schema?: { type?: string } }[];
  tool_choice?: { type: string };
  output_config?: {
    effort?: string;
    format?: {
      type: string;
      schema: { properties?: object; [keyword: string]: unknown };
    };
  };
  stream?: boolean;
}
