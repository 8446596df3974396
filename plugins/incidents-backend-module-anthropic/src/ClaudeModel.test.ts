import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  incidentsExtensionPoint,
  ModelFailure,
  type LanguageModel,
  type ModelQuestion,
} from '@ghostlight/plugin-incidents-node';
import { ClaudeApi, type ClaudeReply } from '@ghostlight/theatre';
import incidentsModuleAnthropic from '.';

const question: ModelQuestion = {
  tier: 'analysis',
  system: 'You help.',
  turns: [{ role: 'user', text: '{"evidence":[]}' }],
  schema: {
    type: 'object',
    properties: { verdict: { type: 'string' } },
    required: ['verdict'],
    additionalProperties: false,
  },
  maxOutputTokens: 1000,
};
const never = new AbortController().signal;

async function modelOf(anthropic?: JsonObject): Promise<LanguageModel> {
  let model: LanguageModel | undefined;
  const point = {
    addAdapter: () => {},
    addOncallSource: () => {},
    addChannel: () => {},
    addLogSource: () => {},
    setLanguageModel: (given: LanguageModel) => {
      model = given;
    },
  };
  const backend = await startTestBackend({
    extensionPoints: [[incidentsExtensionPoint, point]],
    features: [
      incidentsModuleAnthropic,
      mockServices.rootConfig.factory({
        data: { incidents: { triage: { ...(anthropic && { anthropic }) } } },
      }),
    ],
  });
  await backend.stop();
  return model!;
}

describe('the model of Anthropic', () => {
  let api: ClaudeApi;
  let replies: ClaudeReply[] = [];
  let model: LanguageModel;

  beforeAll(async () => {
    api = await ClaudeApi.start({ script: () => replies.shift() });
    model = await modelOf({ apiKey: api.apiKey, baseUrl: api.url });
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    replies = [];
  });

  const failureOf = async (
    given: Partial<ModelQuestion> = {},
    signal = never,
  ): Promise<ModelFailure> => {
    const error = await model.ask({ ...question, ...given }, { signal }).then(
      () => undefined,
      thrown => thrown,
    );
    expect(error).toBeInstanceOf(ModelFailure);
    return error;
  };

  it('asks once, streamed, with structured output and without sampling parameters', async () => {
    replies = [
      {
        text: '{"verdict":"inconclusive"}',
        usage: { input: 100, output: 20, cached: 40 },
      },
    ];
    const heard: number[] = [];
    const answer = await model.ask(question, {
      signal: never,
      onProgress: characters => heard.push(characters),
    });
    expect(answer).toMatchObject({
      stop: 'answered',
      text: '{"verdict":"inconclusive"}',
      toolCalls: [],
      model: 'claude-sonnet-5-5',
      usage: { inputTokens: 140, outputTokens: 20, cachedTokens: 40 },
    });
    expect(heard.at(-1)).toBe(26);
    const sent = api.requests().at(-1)!;
    expect(sent).toMatchObject({
      stream: true,
      max_tokens: 1000,
      system: 'You help.',
      output_config: {
        effort: 'medium',
        format: { type: 'json_schema', schema: question.schema },
      },
    });
    for (const name of ['temperature', 'top_p', 'top_k', 'tools', 'thinking'])
      expect(sent).not.toHaveProperty(name);
    await model.ask({ ...question, tier: 'small' }, { signal: never });
    expect(api.requests().at(-1)).toMatchObject({ model: 'claude-haiku-5-5' });
    expect(api.requests().at(-1)!.output_config).not.toHaveProperty('effort');
  });

  it('goes on after tools, with what they found, and can be kept from calling more', async () => {
    const tools = [
      {
        name: 'logs_of',
        description: 'Logs',
        inputSchema: {
          type: 'object',
          properties: { entity: { type: 'string' } },
          required: ['entity'],
          additionalProperties: false,
        },
      },
    ];
    replies = [
      {
        text: 'Let me see.',
        tools: [{ name: 'logs_of', input: { entity: 'a' } }],
      },
      { text: '{"verdict":"probable"}' },
    ];
    const first = await model.ask({ ...question, tools }, { signal: never });
    expect(first).toMatchObject({
      stop: 'tools',
      toolCalls: [{ name: 'logs_of', input: { entity: 'a' } }],
    });
    const second = await model.ask(
      {
        ...question,
        tools,
        mayCallTools: false,
        turns: [
          ...question.turns,
          { role: 'assistant', answer: first },
          {
            role: 'tools',
            results: [
              { callId: first.toolCalls[0].id, text: '{}', failed: false },
            ],
          },
        ],
      },
      { signal: never },
    );
    expect(second.stop).toBe('answered');
    expect(api.requests().at(-1)).toMatchObject({
      tool_choice: { type: 'none' },
      messages: [
        { role: 'user' },
        {
          role: 'assistant',
          content: [{ type: 'text' }, { type: 'tool_use' }],
        },
        { role: 'user', content: [{ type: 'tool_result', content: '{}' }] },
      ],
    });
  });

  it.each([
    ['a refusal', { text: '', stop: 'refusal' }, 'refused'],
    [
      'an answer that was cut',
      { text: '{"ver', stop: 'max_tokens' },
      'truncated',
    ],
  ] as const)(
    'says of %s what it is, with its cost',
    async (_, reply, stop) => {
      replies = [{ ...reply, usage: { input: 7, output: 3 } }];
      const answer = await model.ask(question, { signal: never });
      expect(answer).toMatchObject({
        stop,
        usage: { inputTokens: 7, outputTokens: 3 },
      });
    },
  );

  const limited = { status: 429, type: 'rate_limit_error', retryAfter: 30 };
  it.each<[string, ClaudeReply[], Partial<ModelFailure>]>([
    [
      'a rate limit',
      [limited],
      { reason: 'rate-limited', retryAfterMs: 30_000 },
    ],
    [
      'overload that lasts',
      Array(2).fill({ status: 529, type: 'overloaded_error', retryAfter: 0 }),
      { reason: 'overloaded' },
    ],
    [
      'an error of the server that lasts',
      Array(2).fill({ status: 500, type: 'api_error', retryAfter: 0 }),
      { reason: 'overloaded' },
    ],
    [
      'a wrong request',
      [{ status: 400, type: 'invalid_request_error', message: 'SECRET' }],
      { reason: 'refused-by-vendor' },
    ],
    [
      'a key that may not',
      [{ status: 403, type: 'permission_error' }],
      { reason: 'refused-by-vendor' },
    ],
  ])(
    'says of %s why, and not in the words of others',
    async (_, given, why) => {
      replies = [...given];
      const failure = await failureOf();
      expect(failure).toMatchObject(why);
      expect(failure.usage).toBeUndefined();
      expect(failure.message).not.toContain('SECRET');
      expect(replies).toEqual([]);
    },
  );

  it('tries once more where the wait is short', async () => {
    replies = [
      { status: 529, type: 'overloaded_error', retryAfter: 0 },
      { text: '{"verdict":"probable"}' },
    ];
    const answer = await model.ask(question, { signal: never });
    expect(answer.stop).toBe('answered');
  });

  it.each<[string, ClaudeReply, string]>([
    [
      'the connection ends',
      { text: 'x'.repeat(400), cutAfter: 200 },
      'cut-off',
    ],
    [
      'the vendor is overloaded in the middle',
      { text: 'x'.repeat(400), errorInStream: 'overloaded_error' },
      'overloaded',
    ],
  ])(
    'counts what it cost when %s, and does not ask again',
    async (_, reply, reason) => {
      const before = api.requests().length;
      replies = [{ ...reply, usage: { input: 900, output: 100 } }];
      const failure = await failureOf();
      expect(failure.reason).toBe(reason);
      expect(failure.usage).toMatchObject({ inputTokens: 900 });
      expect(failure.usage!.outputTokens).toBeGreaterThan(60);
      expect(api.requests()).toHaveLength(before + 1);
    },
  );

  it('stops when it is called off, and when nobody is there', async () => {
    replies = [{ text: 'late', delayMs: 60_000 }];
    const stop = new AbortController();
    const asked = failureOf({}, stop.signal);
    const until = Date.now() + 30_000;
    const before = api.requests().length;
    while (api.requests().length === before && Date.now() < until)
      await new Promise(resolve => setTimeout(resolve, 20));
    stop.abort();
    expect((await asked).reason).toBe('timeout');
    const away = await modelOf({ apiKey: 'k', baseUrl: 'http://127.0.0.1:1' });
    await expect(away.ask(question, { signal: never })).rejects.toMatchObject({
      reason: 'unreachable',
    });
    const other = await modelOf({ apiKey: 'wrong', baseUrl: api.url });
    await expect(other.ask(question, { signal: never })).rejects.toMatchObject({
      reason: 'refused-by-vendor',
    });
  });

  it('takes no key from the environment', async () => {
    const before = process.env.ANTHROPIC_API_KEY;
    process.env.ANTHROPIC_API_KEY = api.apiKey;
    try {
      const asked = api.requests().length;
      const bare = await modelOf({ baseUrl: api.url });
      expect(bare.configured).toBe(false);
      await expect(bare.ask(question, { signal: never })).rejects.toMatchObject(
        {
          reason: 'not-configured',
        },
      );
      expect(api.requests()).toHaveLength(asked);
    } finally {
      if (before === undefined) delete process.env.ANTHROPIC_API_KEY;
      else process.env.ANTHROPIC_API_KEY = before;
    }
  });

  it.each([
    [{ baseUrl: 'ftp://x' }, 'incidents.triage.anthropic.baseUrl'],
    [{ temperature: 1 }, 'incidents.triage.anthropic: Unrecognized key'],
    [
      { models: { analysis: 'claude-next' } },
      'there is none for the model claude-next',
    ],
  ])('refuses the settings %j', async (settings, said) => {
    await expect(modelOf(settings)).rejects.toThrow(said);
  });

  it('takes models with prices of their day', async () => {
    const price = { input: 3, output: 15, cachedInput: 0.3, of: '2027-01-01' };
    const other = await modelOf({
      apiKey: 'k',
      models: { analysis: 'claude-next' },
      prices: { 'claude-next': price },
    });
    expect(other.model('analysis')).toEqual({ name: 'claude-next', price });
  });
});
