import { createHmac } from 'node:crypto';
import { at, readOf } from '../__testUtils__/readOf';
import { receivedAt } from '../__testUtils__/Example';
import {
  eventAlert,
  issueResolved,
  metricAlert,
} from './__testUtils__/examples';
import { sentryAdapter } from './sentryAdapter';

const sent = (resource: string) =>
  readOf(sentryAdapter, {
    'sentry-hook-resource': resource,
    'request-id': 'c0ffee',
  });

describe('sentryAdapter', () => {
  it('reads an issue alert, without who it happened to', () => {
    const { alert, read } = sent('event_alert');
    const found = alert(eventAlert);
    expect(found).toMatchObject({
      fingerprint: 'issue:40410001',
      status: 'firing',
      name: 'Payments: more than 50 events in an hour',
      title: 'CardDeclined: issuer did not answer',
      severity: 'error',
      startsAt: at('2026-11-21T10:09:59.500Z'),
      environment: 'production',
      labels: { service: 'payments', project: 'payments' },
    });
    expect(found.labels).not.toHaveProperty('user');
    expect(read(eventAlert).deliveryId).toBe('c0ffee');
  });

  it('takes a resolved issue for the end of the alert', () => {
    const { alert } = sent('issue');
    expect(alert(issueResolved)).toMatchObject({
      fingerprint: 'issue:40410001',
      status: 'resolved',
      endsAt: receivedAt,
      labels: { project: 'payments' },
    });
  });

  it('reads a metric alert, the same rule being the same alert', () => {
    const { alert } = sent('metric_alert');
    const critical = alert(metricAlert('critical'));
    expect(critical).toMatchObject({
      fingerprint: 'metric:77:checkout:storefront',
      name: 'Slow checkout',
      severity: 'critical',
      environment: 'production',
    });
    expect(alert(metricAlert('warning')).severity).toBe('warning');
    expect(alert(metricAlert('resolved'))).toMatchObject({
      fingerprint: critical.fingerprint,
      status: 'resolved',
      endsAt: at('2026-11-21T10:18:00Z'),
    });
  });

  it.each([
    ['issue', { action: 'created', data: { issue: { id: '1' } } }],
    ['installation', { action: 'created', data: { installation: {} } }],
    ['comment', { action: 'created', data: { comment: 'hm' } }],
    ['something.new', { action: 'x', data: {} }],
  ])('takes a %s and makes no event of it', (resource, body) => {
    expect(sent(resource).read(body)).toMatchObject({ alerts: [] });
    expect(sent(resource).read(body).rejected ?? []).toEqual([]);
  });

  it('tells the resource by the data when there is no header', () => {
    const { read } = readOf(sentryAdapter);
    const { alerts } = read([
      eventAlert,
      issueResolved,
      metricAlert('warning'),
    ]);
    expect(alerts.map(({ fingerprint }) => fingerprint)).toEqual([
      'issue:40410001',
      'issue:40410001',
      'metric:77:checkout:storefront',
    ]);
  });

  it('rejects an alert about no issue, and an action that a metric alert has not', () => {
    expect(
      sent('event_alert').rejection({ action: 'triggered', data: {} }).field,
    ).toBe('data.event');
    expect(sent('metric_alert').rejection(metricAlert('open')).field).toBe(
      'action',
    );
  });

  it('knows a body by its signature, with the old secret or the new', async () => {
    const rawBody = Buffer.from('{"action": "triggered"}');
    const sign = (secret: string) =>
      createHmac('sha256', secret).update(rawBody).digest('hex');
    const verify = (shown: string | undefined) =>
      sentryAdapter.signature?.verify({
        rawBody,
        headers: shown === undefined ? {} : { 'sentry-hook-signature': shown },
        secrets: ['new', 'old'],
      });
    expect(await verify(sign('new'))).toBe(true);
    expect(await verify(sign('old'))).toBe(true);
    expect(await verify(sign('other'))).toBe(false);
    expect(await verify('')).toBe(false);
    expect(await verify(undefined)).toBe(false);
  });
});
