import { mockServices } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pagerDutyChannels } from '.';

const signal = new AbortController().signal;
const routingKey = '0123456789abcdef0123456789abcdef';
const message: NotificationMessage = {
  key: 'INC-0042:opened:opened:pagerduty',
  kind: 'opened',
  subject: 'SEV2 INC-0042: Payments fail',
  body: 'Why: a rule',
  recipients: [{ entityRef: 'user:default/ines', name: 'Ines' }],
  incident: {
    id: 'INC-0042',
    title: 'Payments fail',
    severity: 'SEV2',
    status: 'investigating',
    url: 'https://portal.example.com/incidents/INC-0042',
    entityRefs: ['component:default/payments', 'component:default/checkout'],
    originRef: 'component:default/payments',
    owner: 'group:default/payments',
    startedAt: '2026-11-22T10:00:00.000Z',
  },
};

interface Answer {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

/**
 * Speaks the Events API v2: `POST /v2/enqueue`, 202 for what it queued, 400 with the errors for what is
 * no event, whatever `answers` holds instead; and keeps the alerts by their key.
 */
async function startPagerDuty() {
  const alerts = new Map<string, string>();
  const events: Record<string, unknown>[] = [];
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const event = JSON.parse(Buffer.concat(chunks).toString());
    events.push(event);
    const errors = [
      request.url !== '/v2/enqueue' && 'no such path',
      event.routing_key !== routingKey && "'routing_key' is invalid",
      event.event_action === 'trigger' &&
        !(event.payload?.summary && event.payload.source) &&
        "'payload' is missing or blank",
      event.event_action !== 'trigger' &&
        !event.dedup_key &&
        "'dedup_key' is missing or blank",
    ].filter(Boolean);
    const answer: Answer = answers.shift() ?? {
      status: errors.length ? 400 : 202,
      body: errors.length
        ? {
            status: 'invalid event',
            message: 'Event object is invalid',
            errors,
          }
        : {
            status: 'success',
            message: 'Event processed',
            dedup_key: event.dedup_key,
          },
    };
    if (answer.status === 202) alerts.set(event.dedup_key, event.event_action);
    response.writeHead(answer.status, {
      'Content-Type': 'application/json',
      ...answer.headers,
    });
    response.end(JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    alerts,
    events,
    answers,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

function channelsOf(pagerduty: JsonValue) {
  return pagerDutyChannels(
    mockServices.rootConfig({
      data: { incidents: { notifications: { pagerduty } } },
    }),
  );
}

describe('Notifications to PagerDuty', () => {
  let far: Awaited<ReturnType<typeof startPagerDuty>>;

  beforeEach(async () => {
    far = await startPagerDuty();
  });

  afterEach(() => far.stop());

  const channel = (key = routingKey) =>
    channelsOf([
      { name: 'pager', routingKey: key, eventsUrl: `${far.url}/` },
    ])[0];

  it('are one alert per incident, from trigger to resolve', async () => {
    const pager = channel();
    expect([pager.name, pager.type]).toEqual(['pager', 'pagerduty']);
    const said: NotificationMessage[] = [
      message,
      { ...message, kind: 'escalated' },
      {
        ...message,
        kind: 'status',
        incident: {
          ...message.incident!,
          acknowledgedAt: '2026-11-22T10:05:00.000Z',
        },
      },
      { ...message, kind: 'resolved' },
    ];
    for (const one of said)
      expect(await pager.send(one, { signal })).toMatchObject({
        outcome: 'sent',
      });
    expect(
      far.events.map(event => [event.event_action, event.dedup_key]),
    ).toEqual([
      ['trigger', 'ghostlight/INC-0042'],
      ['trigger', 'ghostlight/INC-0042'],
      ['acknowledge', 'ghostlight/INC-0042'],
      ['resolve', 'ghostlight/INC-0042'],
    ]);
    expect(far.events[0]).toEqual({
      routing_key: routingKey,
      event_action: 'trigger',
      dedup_key: 'ghostlight/INC-0042',
      client: 'Ghostlight',
      client_url: message.incident!.url,
      links: [{ href: message.incident!.url, text: 'INC-0042' }],
      payload: {
        summary: message.subject,
        source: 'component:default/payments',
        severity: 'error',
        timestamp: '2026-11-22T10:00:00.000Z',
        component: 'component:default/payments',
        group: 'group:default/payments',
        class: 'opened',
        custom_details: {
          details: 'Why: a rule',
          incident: 'INC-0042',
          severity: 'SEV2',
          affected: message.incident!.entityRefs,
          asked: 'Ines',
        },
      },
    });
    expect(far.alerts).toEqual(new Map([['ghostlight/INC-0042', 'resolve']]));
  });

  it('leave no alert behind after a test', async () => {
    const { incident, ...test } = message;
    await channel().send({ ...test, kind: 'test', key: 'test:1' }, { signal });
    expect(far.events.map(event => event.event_action)).toEqual([
      'trigger',
      'resolve',
    ]);
    expect(far.alerts).toEqual(new Map([['ghostlight/test:1', 'resolve']]));
  });

  it.each<[string, Answer, object]>([
    [
      'come again when there were too many',
      { status: 429, headers: { 'Retry-After': '60' } },
      { reason: 'rate-limited', retry: true, retryAfter: 60_000 },
    ],
    [
      'come again when it is broken',
      { status: 500 },
      { reason: 'http-5xx', retry: true },
    ],
  ])('%s', async (_name, answer, failure) => {
    far.answers.push(answer);
    expect(await channel().send(message, { signal })).toEqual({
      outcome: 'failed',
      failure: expect.objectContaining(failure),
    });
  });

  it('are given up with its words when the routing key is not known there', async () => {
    expect(
      await channel('f'.repeat(32)).send(message, { signal }),
    ).toMatchObject({
      outcome: 'failed',
      failure: {
        reason: 'http-4xx',
        retry: false,
        message: expect.stringContaining("'routing_key' is invalid"),
      },
    });
  });

  it('need a routing key', () => {
    expect(channelsOf([])).toEqual([]);
    expect(() => channelsOf([{ name: 'a', routingKey: 'short' }])).toThrow(
      'incidents.notifications.pagerduty.0.routingKey: has 32 characters',
    );
  });
});
