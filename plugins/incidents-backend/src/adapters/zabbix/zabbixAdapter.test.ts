import { at, readOf } from '../__testUtils__/readOf';
import { problem, recovery } from './__testUtils__/examples';
import { zabbixAdapter } from './zabbixAdapter';

const { read, alert, rejection } = readOf(zabbixAdapter);

describe('zabbixAdapter', () => {
  it('reads a problem, with its tags as labels', () => {
    expect(alert(problem)).toMatchObject({
      fingerprint: '90117',
      status: 'firing',
      title: 'Disk of pay-db-1 is almost full',
      severity: 'error',
      startsAt: at('2026-11-21T10:10:00Z'),
      labels: {
        service: 'payments-db',
        env: 'prod',
        urgent: 'true',
        host: 'pay-db-1',
        trigger_id: '20042',
      },
      url: 'https://zabbix.example/tr_events.php?triggerid=20042&eventid=90117',
    });
  });

  it('knows the recovery by the problem’s event', () => {
    expect(alert(recovery)).toMatchObject({
      fingerprint: '90117',
      status: 'resolved',
      startsAt: at('2026-11-21T10:10:00Z'),
      endsAt: at('2026-11-21T10:20:00Z'),
    });
  });

  it.each([
    ['0', 'info'],
    ['1', 'info'],
    ['2', 'warning'],
    ['3', 'warning'],
    ['4', 'error'],
    [5, 'critical'],
    ['Disaster', 'critical'],
    ['{EVENT.NSEVERITY}', 'warning'],
  ])('takes severity %j for %s', (severity, expected) => {
    expect(alert({ ...problem, severity }).severity).toBe(expected);
  });

  it('takes an update and makes no event of it', () => {
    expect(read({ ...problem, event_update_status: '1' })).toEqual({
      alerts: [],
    });
  });

  it('does without tags that are no JSON, and without a link to nowhere', () => {
    const found = alert({
      ...problem,
      tags: 'service:payments',
      zabbix_url: '{$ZABBIX.URL}',
    });
    expect(found.labels).not.toHaveProperty('service');
    expect(found.url).toBeUndefined();
  });

  it('rejects a macro that was not filled where identity is', () => {
    expect(rejection({ ...problem, event_id: '{EVENT.ID}' }).field).toBe(
      'event_id',
    );
    expect(rejection({ ...problem, event_value: 'OK' })).toEqual({
      field: 'event_value',
      reason: 'expected 0 (OK) or 1 (problem)',
    });
  });
});
