import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  incidentsExtensionPoint,
  type NotificationChannel,
  type NotificationMessage,
} from '@ghostlight/plugin-incidents-node';
import incidentsModuleEmail from '.';
import { startSmtp } from './__testUtils__/startSmtp';

const signal = new AbortController().signal;
const message: NotificationMessage = {
  key: 'INC-0042:opened:opened:email',
  kind: 'opened',
  subject: 'SEV1 INC-0042: Zahlungen “fail” <b>',
  body: 'Why: <script>alert(1)</script>\nOwner: payments (group)',
  recipients: [
    { entityRef: 'user:default/ines', name: 'I', email: 'ines@example.com' },
    { entityRef: 'user:default/omar', name: 'No address' },
    {
      entityRef: 'user:default/eve',
      name: 'Eve',
      email: 'eve@example.com>\r\nRCPT TO:<all@example.com',
    },
    { name: 'Ines again', email: 'ines@example.com' },
  ],
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

async function channelsOf(email: JsonObject): Promise<NotificationChannel[]> {
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
      incidentsModuleEmail,
      mockServices.rootConfig.factory({
        data: { incidents: { notifications: { email } } },
      }),
    ],
  });
  await backend.stop();
  return channels;
}

async function channelTo(port: number, more: JsonObject = {}) {
  const [channel] = await channelsOf({
    smtp: { host: '127.0.0.1', port, allowPlaintext: true, ...more },
    from: 'Ghostlight <incidents@example.com>',
    channels: [{ name: 'email', to: ['room@example.com'] }],
  });
  return channel;
}

/** The headers, unfolded, by their names in lower case. */
function headersOf(data: string): Record<string, string> {
  const [head] = data.split('\r\n\r\n');
  return Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map(line => [
        line.slice(0, line.indexOf(':')).toLocaleLowerCase('en-US'),
        line.slice(line.indexOf(':') + 2),
      ]),
  );
}

describe('E-mail', () => {
  it('goes to those who have an address, as text and as HTML in which nothing is alive', async () => {
    const smtp = await startSmtp();
    const channel = await channelTo(smtp.port, {
      username: 'ghost',
      password: 'light',
    });
    const sent = await channel.send(message, { signal });
    await smtp.stop();
    const [{ from, to, data, user }] = smtp.mails;
    expect(from).toContain('<incidents@example.com>');
    expect(to).toEqual(['room@example.com', 'ines@example.com']);
    expect(user).toBe('ghost');
    const headers = headersOf(data);
    expect(sent).toEqual({ outcome: 'sent', thread: headers['message-id'] });
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-ghostlight-incident': 'INC-0042',
      from: 'Ghostlight <incidents@example.com>',
      subject: expect.stringMatching(/^=\?UTF-8\?/),
    });
    const text = Buffer.from(
      data
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) =>
          String.fromCharCode(parseInt(hex, 16)),
        ),
      'latin1',
    ).toString('utf8');
    expect(text).toContain('Zahlungen “fail” &lt;b&gt;');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain(
      'INC-0042: https://portal.example.com/incidents/INC-0042',
    );
    expect(text.match(/<script>/g)).toHaveLength(1);
  });

  it('is the same mail when it is repeated, and one thread for an incident', async () => {
    const smtp = await startSmtp();
    const channel = await channelTo(smtp.port);
    const first = await channel.send(message, { signal });
    await channel.send(message, { signal });
    const thread = 'thread' in first ? first.thread : undefined;
    expect(
      await channel.send(
        { ...message, key: 'INC-0042:resolved', kind: 'resolved', thread },
        { signal },
      ),
    ).toMatchObject({ outcome: 'sent', thread });
    await smtp.stop();
    const [one, again, last] = smtp.mails.map(({ data }) => headersOf(data));
    expect(again['message-id']).toBe(one['message-id']);
    expect(last['message-id']).not.toBe(one['message-id']);
    expect(last.references).toBe(one['message-id']);
    expect(last['in-reply-to']).toBe(one['message-id']);
  });

  it('is sent to the others when one address is refused', async () => {
    const smtp = await startSmtp({
      answers: { 'RCPT TO:<ines': '550 No such user' },
    });
    const channel = await channelTo(smtp.port);
    expect(await channel.send(message, { signal })).toMatchObject({
      outcome: 'sent',
      detail: '1 addresses were refused',
    });
    await smtp.stop();
    expect(smtp.mails[0].to).toEqual(['room@example.com']);
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'is busy',
      { 'MAIL FROM': '451 Try again later' },
      { reason: 'refused', retry: true },
    ],
    [
      'goes down',
      { 'MAIL FROM': '421 Shutting down' },
      { reason: 'unreachable', retry: true },
    ],
    [
      'does not like the mail',
      { END: '554 Looks like spam' },
      { reason: 'refused', retry: false },
    ],
    [
      'knows nobody of them',
      { 'RCPT TO': '550 No such user' },
      { reason: 'refused', retry: false },
    ],
    [
      'does not know us',
      { AUTH: '535 Wrong password' },
      { reason: 'misconfigured', retry: true },
    ],
  ])('tells when a server %s', async (_name, answers, failure) => {
    const smtp = await startSmtp({ answers });
    const channel = await channelTo(smtp.port, {
      username: 'ghost',
      password: 'light',
    });
    const outcome = await channel.send(message, { signal });
    await smtp.stop();
    expect(outcome).toEqual({
      outcome: 'failed',
      failure: expect.objectContaining(failure),
    });
    expect(JSON.stringify(outcome)).not.toContain('light');
    expect(await channel.send(message, { signal })).toMatchObject({
      failure: { reason: 'unreachable', retry: true },
    });
  });

  it('is not sent in the clear unless the settings say so', async () => {
    const smtp = await startSmtp();
    const channel = await channelTo(smtp.port, { allowPlaintext: false });
    expect(await channel.send(message, { signal })).toMatchObject({
      failure: { reason: 'misconfigured', retry: true },
    });
    await smtp.stop();
    expect(smtp.mails).toEqual([]);
  });

  it('needs somebody with an address', async () => {
    const [channel] = await channelsOf({
      smtp: { host: '127.0.0.1' },
      from: 'incidents@example.com',
      channels: [{ name: 'email' }],
    });
    expect(
      await channel.send(
        { ...message, recipients: [{ name: 'Omar' }] },
        { signal },
      ),
    ).toMatchObject({ failure: { reason: 'no-recipient', retry: false } });
  });

  it.each<[string, JsonObject, string]>([
    [
      'a sender that is a list',
      { from: 'a@example.com, b@example.com' },
      'email.from',
    ],
    [
      'an address that is none',
      { channels: [{ name: 'a', to: ['everybody'] }] },
      'email.channels.0.to.0',
    ],
    [
      'a port that is none',
      { smtp: { host: 'a', port: 0 } },
      'email.smtp.port',
    ],
  ])('settings refuse %s', async (_name, email, words) => {
    await expect(
      channelsOf({ smtp: { host: 'a' }, from: 'a@example.com', ...email }),
    ).rejects.toThrow(words);
  });
});
