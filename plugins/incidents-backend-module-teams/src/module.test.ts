import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import {
  incidentsExtensionPoint,
  type NotificationChannel,
  type NotificationMessage,
} from '@ghostlight/plugin-incidents-node';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import incidentsModuleTeams from '.';

const signal = new AbortController().signal;
const message: NotificationMessage = {
  key: 'INC-0042:opened:opened:teams',
  kind: 'opened',
  subject: 'SEV1 INC-0042: [click](http://evil.example) <at>all</at>',
  body: 'Why: **a rule**\nOwner: payments (group)',
  recipients: [{ entityRef: 'user:default/ines', name: 'Ines' }],
  incident: {
    id: 'INC-0042',
    title: 'Payments fail',
    severity: 'SEV1',
    status: 'investigating',
    url: 'https://portal.example.com/incidents/INC-0042',
    entityRefs: [],
    startedAt: '2026-11-22T10:00:00.000Z',
  },
};

async function channelsOf(teams: JsonValue): Promise<NotificationChannel[]> {
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
      incidentsModuleTeams,
      mockServices.rootConfig.factory({
        data: { incidents: { notifications: { teams } } },
      }),
    ],
  });
  await backend.stop();
  return channels;
}

/** A workflow: takes messages with cards of up to 28 kB, answers 202 without a body. */
async function startWorkflow(answer: {
  status?: number;
  headers?: Record<string, string>;
  delay?: number;
}) {
  const got: { url?: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    got.push({ url: request.url, body });
    await new Promise(done => setTimeout(done, answer.delay ?? 0));
    const fits =
      JSON.parse(body).type === 'message' && Buffer.byteLength(body) <= 28_000;
    response.writeHead(fits ? answer.status ?? 202 : 400, answer.headers);
    response.end();
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${
      (server.address() as AddressInfo).port
    }/workflows/1?sig=secret`,
    got,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

describe('Teams', () => {
  it('gets a card whose text is shown as it is', async () => {
    const workflow = await startWorkflow({ delay: 50 });
    const [channel] = await channelsOf([{ name: 'teams', url: workflow.url }]);
    expect(channel.type).toBe('teams');
    expect(await channel.send(message, { signal })).toEqual({
      outcome: 'sent',
      detail: 'HTTP 202',
    });
    await workflow.stop();
    const [{ url, body }] = workflow.got;
    expect(url).toBe('/workflows/1?sig=secret');
    const [attachment] = JSON.parse(body).attachments;
    expect(attachment.contentType).toBe(
      'application/vnd.microsoft.card.adaptive',
    );
    const { content } = attachment;
    expect(content).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.4',
      actions: [{ type: 'Action.OpenUrl', url: message.incident!.url }],
    });
    // No Markdown is read in text runs, and nobody is mentioned without an entity of the card.
    expect(
      content.body.map(
        (block: {
          type: string;
          inlines: { type: string; text: string }[];
        }) => [block.type, block.inlines[0].type, block.inlines[0].text],
      ),
    ).toEqual([
      ['RichTextBlock', 'TextRun', message.subject],
      ['RichTextBlock', 'TextRun', 'Why: **a rule**'],
      ['RichTextBlock', 'TextRun', 'Owner: payments (group)'],
      ['RichTextBlock', 'TextRun', 'For Ines'],
    ]);
  });

  it('takes the longest messages there are', async () => {
    const workflow = await startWorkflow({});
    const [channel] = await channelsOf([{ name: 'teams', url: workflow.url }]);
    const long: NotificationMessage = {
      ...message,
      subject: 'ü'.repeat(300),
      body: Array(8).fill('ü'.repeat(300)).join('\n'),
      recipients: Array(50).fill({ name: 'ü'.repeat(100) }),
    };
    expect(await channel.send(long, { signal })).toMatchObject({
      outcome: 'sent',
    });
    await workflow.stop();
  });

  it.each([
    [
      'asks to slow down',
      { status: 429, headers: { 'Retry-After': '12' } },
      { reason: 'rate-limited', retry: true, retryAfter: 12_000 },
    ],
    ['is broken', { status: 502 }, { reason: 'http-5xx', retry: true }],
    ['was switched off', { status: 404 }, { reason: 'http-4xx', retry: true }],
    [
      'does not like the card',
      { status: 400 },
      { reason: 'http-4xx', retry: false },
    ],
  ])('may tell that a workflow %s', async (_name, answer, failure) => {
    const workflow = await startWorkflow(answer);
    const [channel] = await channelsOf([{ name: 'teams', url: workflow.url }]);
    expect(await channel.send(message, { signal })).toEqual({
      outcome: 'failed',
      failure: expect.objectContaining(failure),
    });
    await workflow.stop();
  });

  it.each([
    ['http://teams.example.com/hook'],
    ['file:///etc/passwd'],
    ['hook'],
  ])('is never told at %s, nor is the address repeated', async url => {
    await expect(channelsOf([{ name: 'teams', url }])).rejects.toThrow(
      'incidents.notifications.teams.0.url: must be an https:// address',
    );
  });
});
