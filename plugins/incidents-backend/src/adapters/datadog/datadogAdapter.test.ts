import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, readOf } from '../__testUtils__/readOf';
import { datadogAdapter } from './datadogAdapter';
import { recovered, triggered } from './__testUtils__/examples';

const { read, alert, rejection } = readOf(datadogAdapter);

describe('datadogAdapter', () => {
  it('reads a monitor’s group as an alert with its tags as labels', () => {
    expect(alert(triggered)).toMatchObject({
      status: 'firing',
      name: 'Error rate is high',
      title: '[Triggered on {service:payments,env:prod}] Error rate is high',
      severity: 'error',
      startsAt: at('2026-11-21T10:10:00Z'),
      labels: { service: 'payments', env: 'prod', monitor: 'true' },
      environment: 'prod',
      url: triggered.link,
    });
    expect(read(triggered).deliveryId).toBe('8841200000000000001:Triggered');
  });

  it('knows the recovery by the group, in whatever order its tags come', () => {
    const { fingerprint } = alert(triggered);
    expect(alert(recovered)).toMatchObject({
      fingerprint,
      status: 'resolved',
      endsAt: at('2026-11-21T10:20:00Z'),
    });
    expect(
      alert({ ...triggered, alert_cycle_key: 'another' }).fingerprint,
    ).toBe(fingerprint);
    expect(
      alert({ ...triggered, alert_scope: 'service:checkout,env:prod' })
        .fingerprint,
    ).not.toBe(fingerprint);
  });

  it.each([
    ['Re-Triggered', 'P1', 'firing', 'critical'],
    ['Warn', 'P1', 'firing', 'warning'],
    ['Re-Warn', '', 'firing', 'warning'],
    ['No Data', 'P5', 'firing', 'info'],
    ['Renotify', '$ALERT_PRIORITY', 'firing', 'error'],
    ['Warn Recovered', 'P3', 'resolved', 'warning'],
  ])(
    'takes %s with priority %j for %s and %s',
    (alert_transition, alert_priority, status, severity) => {
      expect(
        alert({ ...triggered, alert_transition, alert_priority }),
      ).toMatchObject({ status, severity });
    },
  );

  it('takes a variable that Datadog did not fill for nothing', () => {
    const found = alert({
      ...triggered,
      aggreg_key: '$AGGREG_KEY',
      alert_scope: '$ALERT_SCOPE',
      date: '$DATE',
      hostname: '$HOSTNAME',
    });
    expect(found.fingerprint).toBe('55120');
    expect(found.labels).not.toHaveProperty('host');
  });

  it('has all that it reads in the template of the README', () => {
    const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
    const [, template] = /Payload:\n\n```json\n([^`]+)```/.exec(readme) ?? [];
    expect(Object.keys(JSON.parse(template)).sort()).toEqual(
      Object.keys(triggered).sort(),
    );
  });

  it('rejects what is no monitor’s notification, and refuses what is no object', () => {
    expect(rejection({ ...triggered, alert_transition: 'Null' })).toEqual({
      field: 'alert_transition',
      reason: expect.stringContaining('expected Triggered'),
    });
    expect(rejection({ alert_transition: 'Triggered' }).field).toBe('alert_id');
    expect(() => read('hello')).toThrow(/body: .*template/);
  });
});
