import Anthropic from '@anthropic-ai/sdk';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ModelFailure,
  type LanguageModel,
  type ModelAnswer,
  type ModelQuestion,
  type ModelTier,
  type ModelUsage,
} from '@ghostlight/plugin-incidents-node';
import { failureOf } from './failureOf';
import { paramsOf } from './paramsOf';
import type { ClaudeConfig } from './readClaudeConfig';

/** Waits that a person does not mind. */
const longestWait = 5_000;

/** Claude through its own client. Without a key there is no client, so none looks into the environment. */
export class ClaudeModel implements LanguageModel {
  readonly vendor = 'anthropic';

  private constructor(
    private readonly config: ClaudeConfig,
    private readonly client: Anthropic | undefined,
  ) {}

  static create(options: {
    config: ClaudeConfig;
    logger: LoggerService;
  }): ClaudeModel {
    const { config, logger } = options;
    const { apiKey, baseUrl } = config;
    const client = apiKey
      ? new Anthropic({
          apiKey,
          authToken: null,
          webhookKey: null,
          baseURL: baseUrl,
          // One that helps is made below: the client's would wait as long as the vendor likes.
          maxRetries: 0,
          timeout: 10 * 60_000,
          openTelemetry: false,
          logger: quietLogger(logger),
          logLevel: 'warn',
        })
      : undefined;
    return new ClaudeModel(config, client);
  }

  get configured(): boolean {
    return this.client !== undefined;
  }

  model(tier: ModelTier) {
    return this.config.models[tier];
  }

  /** Some three bytes of JSON are a token; fewer are counted, to be on the safe side. */
  estimateTokens(text: string): number {
    return Math.ceil(Buffer.byteLength(text) / 2.5);
  }

  async ask(
    question: ModelQuestion,
    options: {
      signal: AbortSignal;
      onProgress?: (characters: number) => void;
    },
  ): Promise<ModelAnswer> {
    try {
      return await this.askOnce(question, options);
    } catch (error) {
      // Once more if nothing was said yet and it will not be long.
      const wait = waitOf(error);
      if (wait === undefined || options.signal.aborted) throw error;
      await sleep(wait, options.signal);
      if (options.signal.aborted) throw error;
      return this.askOnce(question, options);
    }
  }

  private async askOnce(
    question: ModelQuestion,
    {
      signal,
      onProgress,
    }: { signal: AbortSignal; onProgress?: (characters: number) => void },
  ): Promise<ModelAnswer> {
    if (!this.client)
      throw new ModelFailure('not-configured', 'There is no key for Claude');
    const params = paramsOf(question, this.config);
    let seen: Anthropic.Usage | undefined;
    let characters = 0;
    const stream = this.client.messages.stream(params, { signal });
    stream.on('streamEvent', (event, snapshot) => {
      // A stream that breaks off takes its message with it, but not what it cost.
      seen = snapshot.usage;
      if (event.type !== 'content_block_delta') return;
      const { delta } = event;
      if (delta.type === 'text_delta') characters += delta.text.length;
      if (delta.type === 'input_json_delta')
        characters += delta.partial_json.length;
      if (delta.type === 'thinking_delta') characters += delta.thinking.length;
      onProgress?.(characters);
    });
    let message: Anthropic.Message;
    try {
      message = await stream.finalMessage();
    } catch (error) {
      const usage = seen && usageOf(seen, characters);
      throw failureOf(error, { usage, began: usage !== undefined });
    }
    return answerOf(message, usageOf(message.usage, 0));
  }
}

function answerOf(message: Anthropic.Message, usage: ModelUsage): ModelAnswer {
  const { content, model } = message;
  return {
    stop: stopOf(message, usage),
    text: content
      .flatMap(block => (block.type === 'text' ? [block.text] : []))
      .join(''),
    toolCalls: content.flatMap(block =>
      block.type === 'tool_use'
        ? [{ id: block.id, name: block.name, input: block.input }]
        : [],
    ),
    raw: content,
    usage,
    model,
  };
}

function stopOf(
  { stop_reason: reason }: Anthropic.Message,
  usage: ModelUsage,
): ModelAnswer['stop'] {
  switch (reason) {
    case 'end_turn':
    case 'stop_sequence':
      return 'answered';
    case 'tool_use':
      return 'tools';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'truncated';
    case 'refusal':
      return 'refused';
    case null:
      throw new ModelFailure('cut-off', 'The answer broke off', { usage });
    default:
      throw new ModelFailure('unexpected', 'Claude stopped for a new reason', {
        usage,
      });
  }
}

/** The API counts what is read from and written to its cache apart. `characters` came, if it says less. */
function usageOf(usage: Anthropic.Usage, characters: number): ModelUsage {
  const cachedTokens = usage.cache_read_input_tokens ?? 0;
  return {
    inputTokens:
      usage.input_tokens +
      cachedTokens +
      (usage.cache_creation_input_tokens ?? 0),
    outputTokens: Math.max(usage.output_tokens, Math.ceil(characters / 3)),
    cachedTokens,
  };
}

function waitOf(error: unknown): number | undefined {
  if (!(error instanceof ModelFailure) || error.usage) return undefined;
  const { reason, retryAfterMs } = error;
  if (!['overloaded', 'rate-limited', 'unreachable'].includes(reason))
    return undefined;
  const wait = retryAfterMs ?? (reason === 'rate-limited' ? Infinity : 500);
  return wait <= longestWait ? wait : undefined;
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
  });
}

/** The client would write to the console, and its words may hold what was sent. */
function quietLogger(logger: LoggerService) {
  const note = (message: string) =>
    logger.debug(`Claude's client: ${String(message).slice(0, 200)}`);
  return { error: note, warn: note, info: () => {}, debug: () => {} };
}
