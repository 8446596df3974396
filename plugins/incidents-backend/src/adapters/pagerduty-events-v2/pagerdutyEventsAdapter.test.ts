import { at, readOf } from '../__testUtils__/readOf';
import { pagerdutyEventsAdapter } from './pagerdutyEventsAdapter';
import { routingKey } from './routingKey';

const { alert, read } = readOf(pagerdutyEventsAdapter);

const payload = {
  summary: 'Disk 93 % full on db-3',
  source: 'db-3.shop.example',
  severity: 'error',
  timestamp: '2026-11-21T10:10:00.500+0000',
  component: 'postgresql',
  group: 'shop-db',
  class: 'disk',
  custom_details: { mount: '/var', free: { percent: 7 } },
};
const trigger = {
  routing_key: 'R0123456789',
  event_action: 'trigger',
  dedup_key: 'db-3/disk',
  payload,
  client: 'Nagios',
  client_url: 'https://nagios.example/db-3',
};

describe('pagerdutyEventsAdapter', () => {
  it('reads a trigger', () => {
    expect(alert(trigger)).toMatchObject({
      fingerprint: 'db-3/disk',
      status: 'firing',
      name: 'disk',
      title: 'Disk 93 % full on db-3',
      severity: 'error',
      startsAt: at('2026-11-21T10:10:00.500Z'),
      labels: {
        source: 'db-3.shop.example',
        component: 'postgresql',
        class: 'disk',
        mount: '/var',
        'free.percent': '7',
      },
      url: 'https://nagios.example/db-3',
    });
  });

  it('resolves by the key alone, and leaves an acknowledgement', () => {
    const { routing_key, dedup_key } = trigger;
    expect(
      alert({ routing_key, dedup_key, event_action: 'resolve' }),
    ).toMatchObject({ status: 'resolved', fingerprint: 'db-3/disk' });
    expect(
      read({ routing_key, dedup_key, event_action: 'acknowledge' }).alerts,
    ).toEqual([]);
  });

  it('makes a key of what was said where none was sent', () => {
    const of = (summary: string) =>
      alert({
        ...trigger,
        dedup_key: undefined,
        payload: { ...payload, summary },
      }).fingerprint;
    expect(of('one')).toBe(of('one'));
    expect(of('one')).not.toBe(of('two'));
  });

  it('reads a change event, which has no action', () => {
    const { changes } = read({
      routing_key: 'R0123456789',
      payload: {
        summary: 'Shop 4.2 shipped',
        timestamp: '2026-11-21T10:00:00Z',
        source: 'pipeline',
        custom_details: { service: 'shop' },
      },
      links: [{ href: 'https://ci.example/9', text: 'Build 9' }],
    });
    expect(changes).toMatchObject([
      {
        kind: 'other',
        title: 'Shop 4.2 shipped',
        at: at('2026-11-21T10:00:00Z'),
        url: 'https://ci.example/9',
        labels: { source: 'pipeline', 'details.service': 'shop' },
      },
    ]);
  });

  it.each<[RegExp, object]>([
    [/^event_action: /, { ...trigger, event_action: 'page' }],
    [/^payload: /, { ...trigger, payload: undefined }],
    [/^payload\.summary: /, { ...trigger, payload: { summary: '' } }],
    [/^dedup_key: /, { event_action: 'resolve' }],
  ])('says %s', (message, body) => {
    expect(() => read(body)).toThrow(message);
  });

  it('is let in by the routing key, and keeps it nowhere', () => {
    const verify = (body: string, headers = {}) =>
      routingKey.verify({
        rawBody: Buffer.from(body),
        headers,
        secrets: ['R0123456789', 'R-old'],
      });
    expect(verify(JSON.stringify(trigger))).toBe(true);
    expect(verify('{"routing_key":"R-old"}')).toBe(true);
    expect(verify('{}', { 'x-routing-key': 'R-old' })).toBe(true);
    expect(verify('{"routing_key":"R"}')).toBe(false);
    expect(verify('{"routing_key":["R-old"]}')).toBe(false);
    expect(verify('{"routing_key":""}')).toBe(false);
    expect(verify('no JSON')).toBe(false);
    expect(pagerdutyEventsAdapter.redact?.(trigger)).toEqual({
      ...trigger,
      routing_key: 'redacted',
    });
  });
});
