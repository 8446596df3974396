import { at, readOf } from '../__testUtils__/readOf';
import { alarm, notification } from './__testUtils__/examples';
import { cloudwatchAdapter } from './cloudwatchAdapter';

const { alert, read } = readOf(cloudwatchAdapter);

describe('cloudwatchAdapter', () => {
  it('reads a metric alarm, with labels from its dimensions and its description', () => {
    expect(alert(notification(alarm))).toMatchObject({
      fingerprint: alarm.AlarmArn,
      status: 'firing',
      name: 'payments-5xx',
      title: 'payments-5xx',
      severity: 'critical',
      startsAt: at('2026-11-21T10:10:00.123Z'),
      labels: {
        account: '111122223333',
        region: 'eu-west-1',
        namespace: 'AWS/ApplicationELB',
        metric: 'HTTPCode_Target_5XX_Count',
        LoadBalancer: 'app/payments/abc',
        service: 'payments',
        severity: 'critical',
      },
      url: 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/payments-5xx',
      raw: alarm,
    });
    expect(read(notification(alarm)).deliveryId).toBe(
      '22b80b92-0000-4000-8000-000000000001',
    );
  });

  it('ends with OK, and takes missing data for no good news', () => {
    const ok = { ...alarm, NewStateValue: 'OK', OldStateValue: 'ALARM' };
    expect(alert(notification(ok))).toMatchObject({
      status: 'resolved',
      fingerprint: alarm.AlarmArn,
      endsAt: at('2026-11-21T10:10:00.123Z'),
    });
    const { AlarmDescription: _none, ...bare } = alarm;
    const blind = { ...bare, NewStateValue: 'INSUFFICIENT_DATA' };
    expect(alert(notification(blind))).toMatchObject({
      status: 'firing',
      severity: 'warning',
      title: 'payments-5xx: no data',
    });
    expect(alert(notification(bare)).severity).toBe('error');
  });

  it('reads a composite alarm', () => {
    const { Trigger: _trigger, ...rest } = alarm;
    const composite = { ...rest, AlarmRule: 'ALARM("a") OR ALARM("b")' };
    expect(alert(notification(composite)).annotations.alarm_rule).toBe(
      composite.AlarmRule,
    );
  });

  it.each<[RegExp, object]>([
    [
      /^Message: not a CloudWatch alarm, but text/,
      { ...notification(alarm), Message: 'Hello' },
    ],
    [/^Message\.AlarmName: /, notification({ budget: 'exceeded' })],
    [
      /^Message\.StateChangeTime: not a time/,
      notification({ ...alarm, StateChangeTime: 'soon' }),
    ],
    [
      /^Type: a handshake/,
      {
        ...notification(alarm),
        Type: 'SubscriptionConfirmation',
        SubscribeURL: 'https://x',
        Token: 't',
      },
    ],
    [/^Type: .*without raw message delivery/, alarm],
  ])('says %s', (message, body) => {
    expect(() => read(body)).toThrow(message);
  });
});
