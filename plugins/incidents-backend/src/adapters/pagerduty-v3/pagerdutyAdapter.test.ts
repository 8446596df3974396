import { at, readOf } from '../__testUtils__/readOf';
import { hmacHex } from '../shared';
import { pagerdutyAdapter } from './pagerdutyAdapter';
import { pagerdutySignature } from './pagerdutySignature';

const { alert, read } = readOf(pagerdutyAdapter, { 'x-webhook-id': 'w1' });

const data = {
  id: 'PINC042',
  type: 'incident',
  number: 42,
  title: 'Storage is full',
  status: 'triggered',
  incident_key: 'storage/full',
  created_at: '2026-11-21T10:10:00Z',
  html_url: 'https://stage.pagerduty.example/incidents/PINC042',
  urgency: 'high',
  service: { id: 'PSVC7', summary: 'storage' },
  teams: [{ summary: 'Platform' }, null],
};
const event = (type: string, changes: object = {}) => ({
  event: {
    id: 'E1',
    event_type: type,
    resource_type: 'incident',
    occurred_at: '2026-11-21T10:15:00.250Z',
    data: { ...data, ...changes },
  },
});

describe('pagerdutyAdapter', () => {
  it('reads an incident as an alert', () => {
    expect(alert(event('incident.triggered'))).toMatchObject({
      fingerprint: 'PINC042',
      status: 'firing',
      name: 'storage',
      title: 'Storage is full',
      severity: 'error',
      startsAt: at('2026-11-21T10:10:00Z'),
      labels: {
        service: 'storage',
        pagerduty_service: 'PSVC7',
        urgency: 'high',
        team: 'Platform',
      },
      url: data.html_url,
    });
  });

  it.each([
    'incident.acknowledged',
    'incident.unacknowledged',
    'incident.escalated',
    'incident.priority_updated',
    'incident.something_new',
  ])('goes on firing after %s', type => {
    expect(alert(event(type, { status: 'acknowledged' })).status).toBe(
      'firing',
    );
  });

  it('ends when the incident does, and begins anew when it is reopened', () => {
    expect(
      alert(event('incident.resolved', { status: 'resolved' })),
    ).toMatchObject({
      status: 'resolved',
      endsAt: at('2026-11-21T10:15:00.250Z'),
    });
    expect(
      alert(
        event('incident.reopened', { reopened_at: '2026-11-21T10:14:00Z' }),
      ),
    ).toMatchObject({
      status: 'firing',
      startsAt: at('2026-11-21T10:14:00Z'),
    });
  });

  it.each([
    ['P1', 'high', 'critical'],
    ['P3', 'high', 'warning'],
    [undefined, 'high', 'error'],
    [undefined, 'low', 'warning'],
    ['Sev-2', 'low', 'error'],
  ])(
    'takes priority %s and urgency %s for %s',
    (summary, urgency, severity) => {
      const priority = summary ? { summary } : null;
      expect(
        alert(event('incident.triggered', { priority, urgency })).severity,
      ).toBe(severity);
    },
  );

  it.each<[string, object]>([
    ['pagey.ping', { type: 'ping', message: 'Hello' }],
    ['incident.annotated', { type: 'incident_note', content: 'On it' }],
    ['incident.workflow.started', { type: 'incident_workflow_instance' }],
    ['service.updated', { type: 'service' }],
  ])('takes %s and leaves it', (type, changes) => {
    expect(read(event(type, changes))).toEqual({
      alerts: [],
      deliveryId: 'E1',
    });
  });

  it.each([
    ['ghostlight/INC-0042', 'SEV2 INC-0042: Payments fail', 0],
    ['ghostlight/INC-0042', 'Renamed by somebody', 0],
    ['ghostlight/test:pager:1', 'A test', 0],
    ['INC-0042', 'SEV2 INC-0042: Payments fail', 1],
    ['ghostlight-agent', 'The agent is down', 1],
    [null, 'SEV2 INC-0042: Payments fail', 1],
  ])(
    'does not take back what Ghostlight itself has reported: %s, %s',
    (incident_key, title, alerts) => {
      const body = event('incident.triggered', { incident_key, title });
      expect(read(body).alerts).toHaveLength(alerts);
    },
  );

  it('knows a repeat by the event, which is signed, rather than by the header', () => {
    expect(read(event('incident.triggered')).deliveryId).toBe('E1');
    const { id: _id, ...unnamed } = event('incident.triggered').event;
    expect(read({ event: unnamed }).deliveryId).toBe('w1');
  });

  it('names the field that is wrong', () => {
    expect(() => read(event('incident.triggered', { id: 7 }))).toThrow(
      /^event\.data\.id: /,
    );
    expect(() =>
      read(event('incident.triggered', { created_at: 'soon' })),
    ).toThrow(/^event\.data\.created_at: not a time/);
    expect(() => read({ messages: [] })).toThrow(/version 3/);
  });
});

describe('pagerdutySignature', () => {
  const rawBody = Buffer.from('{"event":{}}');
  const of = (secret: string) => `v1=${hmacHex('sha256', secret, rawBody)}`;
  const verify = (shown: string) =>
    pagerdutySignature.verify({
      rawBody,
      headers: { 'x-pagerduty-signature': shown },
      secrets: ['new', 'old'],
    });

  it.each<[string, boolean, string]>([
    ['one of them', true, of('new')],
    ['the previous one', true, of('old')],
    [
      'two signatures while PagerDuty rotates',
      true,
      `${of('x')}, ${of('new')}`,
    ],
    ['none of them', false, `${of('x')},${of('y')}`],
    ['another version', false, of('new').replace('v1', 'v0')],
    ['a bare signature', false, of('new').slice(3)],
    ['nothing', false, ''],
  ])('%s: %s', (_what, expected, shown) => {
    expect(verify(shown)).toBe(expected);
  });
});
