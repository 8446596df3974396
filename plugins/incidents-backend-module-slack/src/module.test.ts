import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  incidentsExtensionPoint,
  type NotificationChannel,
  type NotificationMessage,
} from '@ghostlight/plugin-incidents-node';
import incidentsModuleSlack from '.';
import { startSlack, type SlackAnswer } from './__testUtils__/startSlack';

const signal = new AbortController().signal;
const message: NotificationMessage = {
  key: 'INC-0042:opened:opened:slack',
  kind: 'opened',
  subject: 'SEV1 INC-0042: <!channel> *Payments* & co <http://evil.example|ok>',
  body: 'Why: a rule\nOwner: payments (group)',
  recipients: [{ entityRef: 'user:default/ines', name: 'Ines <@U1>' }],
  incident: {
    id: 'INC-0042',
    title: 'Payments fail',
    severity: 'SEV1',
    status: 'investigating',
    url: 'https://portal.example.com/incidents/INC-0042',
    entityRefs: ['component:default/payments'],
    startedAt: '2026-11-22T10:00:00.000Z',
  },
};

async function channelsOf(slack: JsonObject): Promise<NotificationChannel[]> {
  const channels: NotificationChannel[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        incidentsExtensionPoint,
        {
          addAdapter: () => {},
          addOncallSource: () => {},
          addChannel: (channel: NotificationChannel) => channels.push(channel),
        },
      ],
    ],
    features: [
      incidentsModuleSlack,
      mockServices.rootConfig.factory({
        data: { incidents: { notifications: { slack } } },
      }),
    ],
  });
  await backend.stop();
  return channels;
}

describe('Slack', () => {
  let slack: Awaited<ReturnType<typeof startSlack>>;
  let channel: NotificationChannel;

  beforeEach(async () => {
    slack = await startSlack();
    [channel] = await channelsOf({
      token: 'xoxb-1',
      apiUrl: slack.url,
      channels: [{ name: 'slack', channel: 'C1' }],
    });
  });

  afterEach(() => slack.stop());

  it('is told in blocks that call nobody, with words for those who see none', async () => {
    expect(await channel.send(message, { signal })).toEqual({
      outcome: 'sent',
      detail: '1700000001.000100',
      thread: '1700000001.000100',
    });
    const [{ path, token, fields }] = slack.posts;
    expect([path, token]).toEqual(['/api/chat.postMessage', 'Bearer xoxb-1']);
    expect(Object.fromEntries(fields)).toMatchObject({
      channel: 'C1',
      parse: 'none',
      unfurl_links: 'false',
      text: 'SEV1 INC-0042: &lt;!channel&gt; *Payments* &amp; co &lt;http://evil.example|ok&gt;',
    });
    const plain = (text: string) => ({
      type: 'plain_text',
      text,
      emoji: false,
    });
    expect(JSON.parse(fields.get('blocks')!)).toEqual([
      { type: 'header', text: plain(message.subject) },
      { type: 'section', text: plain(message.body) },
      { type: 'context', elements: [plain('For Ines <@U1>')] },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: plain('Open INC-0042'),
            url: message.incident!.url,
          },
        ],
      },
    ]);
    expect(JSON.parse(fields.get('metadata')!).event_payload).toEqual({
      key: message.key,
      kind: 'opened',
      incident: 'INC-0042',
    });
  });

  it('goes on in the thread of the incident: aloud when it matters, or anew when the thread is gone', async () => {
    const thread = '1700000001.000100';
    for (const kind of ['status', 'resolved'] as const)
      await channel.send({ ...message, kind, thread }, { signal });
    slack.answers.push({ error: 'thread_not_found' });
    expect(
      await channel.send({ ...message, kind: 'resolved', thread }, { signal }),
    ).toMatchObject({ outcome: 'sent', thread: '1700000004.000100' });
    expect(
      slack.posts.map(({ fields }) => [
        fields.get('thread_ts'),
        fields.get('reply_broadcast'),
      ]),
    ).toEqual([
      [thread, null],
      [thread, 'true'],
      [thread, 'true'],
      [null, null],
    ]);
  });

  it('gets no more than its blocks hold', async () => {
    await channel.send(
      { ...message, subject: '🔥'.repeat(300), body: 'x'.repeat(10_000) },
      { signal },
    );
    const [header, section] = JSON.parse(slack.posts[0].fields.get('blocks')!);
    expect(header.text.text).toBe(`${'🔥'.repeat(74)}…`);
    expect(section.text.text.length).toBeLessThan(3000);
  });

  it.each<[string, SlackAnswer, object]>([
    [
      'slow down',
      { status: 429, retryAfter: 31 },
      { reason: 'rate-limited', retry: true, retryAfter: 31_000 },
    ],
    [
      'slow down, without a time',
      { error: 'ratelimited' },
      { reason: 'rate-limited', retry: true },
    ],
    ['that it is broken', { status: 503 }, { reason: 'http-5xx', retry: true }],
    [
      'that it is broken, politely',
      { error: 'internal_error' },
      { reason: 'http-5xx', retry: true },
    ],
    [
      'that the token is not valid',
      { error: 'invalid_auth' },
      {
        reason: 'misconfigured',
        retry: true,
        message: 'Slack says invalid_auth',
      },
    ],
    [
      'that the bot is not in the conversation',
      { error: 'not_in_channel' },
      { reason: 'misconfigured', retry: true },
    ],
    [
      'that the message is wrong',
      { error: 'msg_too_long' },
      { reason: 'refused', retry: false },
    ],
  ])('may say %s', async (_name, answer, failure) => {
    slack.answers.push(answer);
    expect(await channel.send(message, { signal })).toEqual({
      outcome: 'failed',
      failure: expect.objectContaining(failure),
    });
    // The outbox tries again, not the client.
    expect(slack.posts).toHaveLength(1);
  });

  it('may be away', async () => {
    await slack.stop();
    expect(await channel.send(message, { signal })).toMatchObject({
      failure: { reason: 'unreachable', retry: true },
    });
    slack = await startSlack();
  });
});

describe('The settings of Slack', () => {
  it('give a channel for each entry, with a token of its own if it has one', async () => {
    const channels = await channelsOf({
      token: 'xoxb-1',
      channels: [
        { name: 'a', channel: 'C1' },
        { name: 'b', channel: 'C2', token: 'xoxb-2', perMinute: 20 },
      ],
    });
    expect(
      channels.map(({ name, type, perMinute }) => [name, type, perMinute]),
    ).toEqual([
      ['a', 'slack', 60],
      ['b', 'slack', 20],
    ]);
    expect(await channelsOf({})).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'no token',
      { channels: [{ name: 'a', channel: 'C1' }] },
      'there is no token for a',
    ],
    [
      'an address that is none',
      { apiUrl: 'slack' },
      'incidents.notifications.slack.apiUrl',
    ],
    [
      'a key that is not known',
      { token: 't', channel: 'C1' },
      'incidents.notifications.slack',
    ],
  ])('refuse %s', async (_name, slack, words) => {
    await expect(channelsOf(slack)).rejects.toThrow(words);
  });
});
