import { Slack, slackChannels } from './Slack';

const channel = slackChannels.remediation;

describe('the Slack of the theatre', () => {
  let slack: Slack;
  let now: number;

  beforeEach(async () => {
    now = 1_790_000_000_000;
    slack = await Slack.start({
      port: 0,
      limit: { burst: 3, everyMs: 1_000 },
      now: () => now,
    });
  });

  afterEach(() => slack.stop());

  const call = async (
    method: string,
    body: Record<string, unknown>,
    options: { token?: string; form?: boolean } = {},
  ) => {
    const { token = slack.token, form } = options;
    const response = await fetch(`${slack.url}${method}`, {
      method: 'POST',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        'content-type': form
          ? 'application/x-www-form-urlencoded'
          : 'application/json',
      },
      body: form
        ? new URLSearchParams(body as Record<string, string>)
        : JSON.stringify(body),
    });
    const { status, headers } = response;
    return {
      status,
      retryAfter: headers.get('retry-after'),
      body: await response.json(),
    };
  };

  it('keeps what is posted, as JSON and as a form, in threads too', async () => {
    const first = await call('chat.postMessage', { channel, text: 'It burns' });
    const answered = await call(
      'chat.postMessage',
      {
        channel,
        text: 'It is out',
        thread_ts: first.body.ts,
        blocks: JSON.stringify([
          { type: 'header', text: { type: 'plain_text', text: 'Out' } },
          { type: 'context', elements: [{ type: 'mrkdwn', text: '2 min' }] },
        ]),
        metadata: '{"event_type":"fire"}',
      },
      { form: true },
    );

    expect(first).toMatchObject({
      status: 200,
      body: { ok: true, channel, ts: '1790000000.000000' },
    });
    expect(answered.body.ts).toBe('1790000000.000001');
    expect(slack.messages()).toEqual([
      { channel, ts: first.body.ts, text: 'It burns', blocks: [] },
      {
        channel,
        ts: answered.body.ts,
        threadTs: first.body.ts,
        text: 'It is out',
        blocks: ['Out', '2 min'],
        metadata: { event_type: 'fire' },
      },
    ]);
  });

  it.each([
    ['no token', { channel, text: 'a' }, '', 'not_authed'],
    ['another token', { channel, text: 'a' }, 'xoxb-other', 'invalid_auth'],
    [
      'no such conversation',
      { channel: 'C1', text: 'a' },
      undefined,
      'channel_not_found',
    ],
    ['nothing to say', { channel }, undefined, 'no_text'],
    [
      'blocks that are none',
      { channel, blocks: ['a'] },
      undefined,
      'invalid_blocks',
    ],
    [
      'an unknown thread',
      { channel, text: 'a', thread_ts: '1.2' },
      undefined,
      'thread_not_found',
    ],
  ])(
    'refuses %s in a body with status 200',
    async (_what, body, token, error) => {
      expect(await call('chat.postMessage', body, { token })).toMatchObject({
        status: 200,
        body: { ok: false, error },
      });
      expect(slack.messages()).toEqual([]);
    },
  );

  it('says how long to wait when there is too much for a conversation', async () => {
    const post = () => call('chat.postMessage', { channel, text: 'again' });
    for (let n = 0; n < 3; n += 1) expect((await post()).status).toBe(200);
    expect(await post()).toMatchObject({
      status: 429,
      retryAfter: '1',
      body: { ok: false, error: 'ratelimited' },
    });
    now += 1_000;
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(429);
  });

  it('says who the bot is, and which methods there are not', async () => {
    expect((await call('auth.test', {})).body).toMatchObject({
      ok: true,
      team: 'The Theatre',
    });
    expect((await call('chat.delete', {})).body).toEqual({
      ok: false,
      error: 'unknown_method',
    });
  });
});
