import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readNotificationsConfig } from '../readNotificationsConfig';
import { PortalChannel } from './PortalChannel';
import { WebhookChannel } from './WebhookChannel';

const message: NotificationMessage = {
  key: 'INC-0042:opened:opened:hook',
  kind: 'opened',
  subject: 'SEV2 INC-0042: “Zahlungen” fail',
  body: 'Why: a rule',
  recipients: [
    {
      entityRef: 'user:default/ines',
      name: 'Ines',
      email: 'ines@example.com',
    },
  ],
  incident: {
    id: 'INC-0042',
    title: '“Zahlungen” fail',
    severity: 'SEV2',
    status: 'investigating',
    url: 'https://portal.example.com/incidents/INC-0042',
    entityRefs: ['component:default/payments'],
    startedAt: '2026-11-22T10:00:00.000Z',
  },
};
const signal = new AbortController().signal;

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  never?: boolean;
}

async function startReceiver(answer: Answer) {
  const got: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({ headers: request.headers, body: Buffer.concat(chunks) });
    if (answer.never) return;
    response.writeHead(answer.status ?? 204, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

describe('A webhook', () => {
  it('gets JSON with a signature over its raw body and a key, and no addresses of people', async () => {
    const receiver = await startReceiver({});
    const secret = 'a secret that is long enough';
    const channel = WebhookChannel.create({
      name: 'hook',
      url: receiver.url,
      secret,
      timeoutMs: 60_000,
    });
    expect(await channel.send(message, { signal })).toMatchObject({
      outcome: 'sent',
    });
    await receiver.stop();
    const [{ headers, body }] = receiver.got;
    expect(headers['content-type']).toBe('application/json');
    expect(headers['idempotency-key']).toBe(message.key);
    expect(headers['ghostlight-signature']).toBe(
      `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    );
    expect(JSON.parse(body.toString())).toEqual({
      version: 1,
      key: message.key,
      kind: 'opened',
      subject: message.subject,
      body: 'Why: a rule',
      incident: message.incident,
      recipients: [{ entityRef: 'user:default/ines', name: 'Ines' }],
    });
  });

  it.each<[string, Answer, object]>([
    [
      'waits as long as it is asked to',
      { status: 429, headers: { 'Retry-After': '7' } },
      { reason: 'rate-limited', retry: true, retryAfter: 7_000 },
    ],
    [
      'comes again after an error of the receiver',
      { status: 503, body: 'out\u0007 of order' },
      {
        reason: 'http-5xx',
        retry: true,
        message: 'HTTP 503: out of order',
      },
    ],
    [
      'comes again when an operator can put it right',
      { status: 401 },
      { reason: 'http-4xx', retry: true },
    ],
    [
      'does not send again what is wrong in itself',
      { status: 422 },
      { reason: 'http-4xx', retry: false },
    ],
    [
      'follows nobody to another address',
      { status: 307, headers: { Location: 'http://169.254.169.254/' } },
      { reason: 'refused', retry: true },
    ],
    [
      'does not wait for ever',
      { never: true },
      { reason: 'timeout', retry: true },
    ],
    [
      'reads only the beginning of an answer',
      { status: 500, body: 'x'.repeat(5_000_000) },
      { message: expect.stringMatching(/^HTTP 500: x{200}$/) },
    ],
  ])('%s', async (_name, answer, failure) => {
    const receiver = await startReceiver(answer);
    const { url } = receiver;
    const channel = WebhookChannel.create({
      name: 'a',
      url,
      // Long enough to be asked where nothing is answered.
      timeoutMs: answer.never ? 3_000 : 60_000,
    });
    expect(await channel.send(message, { signal })).toEqual({
      outcome: 'failed',
      failure: expect.objectContaining(failure),
    });
    await receiver.stop();
    expect(receiver.got).toHaveLength(1);
    // Nobody is there any more.
    expect(await channel.send(message, { signal })).toMatchObject({
      failure: { reason: 'unreachable', retry: true },
    });
  });
});

describe('The portal', () => {
  it.each([
    [400, 'http-4xx', false],
    [403, 'http-4xx', true],
    [503, 'http-5xx', true],
  ])('that answers %i is %s', async (status, reason, retry) => {
    const channel = PortalChannel.create({
      notifications: {
        send: async () => {
          throw await ResponseError.fromResponse(new Response('', { status }));
        },
      },
    });
    expect(await channel.send(message)).toMatchObject({
      outcome: 'failed',
      failure: { reason, retry },
    });
    expect(await channel.send({ ...message, recipients: [] })).toMatchObject({
      failure: { reason: 'no-recipient', retry: false },
    });
  });
});

describe('The settings', () => {
  const read = (notifications: object) =>
    readNotificationsConfig(
      mockServices.rootConfig({
        data: JSON.parse(JSON.stringify({ incidents: { notifications } })),
      }),
    );

  it('have defaults, and make refs full', () => {
    expect(readNotificationsConfig(mockServices.rootConfig())).toMatchObject({
      routes: [{ channel: 'portal', to: ['oncall', 'owner'] }],
      escalation: { severities: ['SEV1', 'SEV2'], afterMs: 900_000 },
      giveUpAfterMs: 86_400_000,
    });
    expect(
      read({
        giveUpAfter: '2 h',
        webhooks: [
          { name: 'a', url: 'https://a.example.com', timeout: { seconds: 3 } },
        ],
        routes: [{ channel: 'a', owners: ['Group:Payments'], to: 'oncall' }],
        slack: [{ belongs: 'to a module' }],
      }),
    ).toMatchObject({
      giveUpAfterMs: 7_200_000,
      webhooks: [{ name: 'a', timeoutMs: 3_000 }],
      routes: [
        {
          owners: ['group:default/payments'],
          to: ['oncall'],
          topics: ['opened', 'severity', 'escalated', 'resolved'],
        },
      ],
    });
  });

  it.each<[string, object, string]>([
    [
      'an address that is none',
      { webhooks: [{ name: 'a', url: 'file:///etc/passwd' }] },
      'incidents.notifications.webhooks.0.url',
    ],
    [
      'a secret that is easily guessed',
      { webhooks: [{ name: 'a', url: 'http://a', secret: 'x' }] },
      'incidents.notifications.webhooks.0.secret',
    ],
    [
      'a name given twice',
      { webhooks: Array(2).fill({ name: 'a', url: 'http://a' }) },
      'two are named a',
    ],
    [
      'a topic that is none',
      { routes: [{ channel: 'portal', topics: ['everything'] }] },
      'incidents.notifications.routes.0.topics.0',
    ],
    [
      'a ref that is none',
      { routes: [{ channel: 'portal', owners: ['payments'] }] },
      'no entity ref',
    ],
    ['a time of nothing', { giveUpAfter: { seconds: 0 } }, 'at least a second'],
  ])('refuse %s', (_name, notifications, words) => {
    expect(() => read(notifications)).toThrow(words);
  });
});
