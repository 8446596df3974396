import type { Example } from '../../__testUtils__/Example';

export const alarm = {
  AlarmName: 'payments-5xx',
  AlarmDescription: 'Payments fail. service=payments severity=critical',
  AWSAccountId: '111122223333',
  AlarmConfigurationUpdatedTimestamp: '2026-11-01T00:00:00.000+0000',
  NewStateValue: 'ALARM',
  NewStateReason: 'Threshold Crossed: 1 datapoint (318.0) was above 5.0',
  StateChangeTime: '2026-11-21T10:10:00.123+0000',
  Region: 'EU (Ireland)',
  AlarmArn: 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:payments-5xx',
  OldStateValue: 'OK',
  OKActions: [],
  Trigger: {
    MetricName: 'HTTPCode_Target_5XX_Count',
    Namespace: 'AWS/ApplicationELB',
    Period: 60,
    Threshold: 5,
    Dimensions: [{ name: 'LoadBalancer', value: 'app/payments/abc' }],
  },
};

export function notification(message: object) {
  return {
    Type: 'Notification',
    MessageId: '22b80b92-0000-4000-8000-000000000001',
    TopicArn: 'arn:aws:sns:eu-west-1:111122223333:alarms',
    Subject: 'ALARM: "payments-5xx" in EU (Ireland)',
    Message: JSON.stringify(message),
    Timestamp: '2026-11-21T10:10:01.000Z',
    SignatureVersion: '2',
    Signature: 'c2lnbmVk',
    SigningCertURL:
      'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem',
    UnsubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe',
  };
}

export const examples: Example[] = [
  {
    title: 'an alarm',
    body: notification(alarm),
    text: ['Message'],
  },
  {
    title: 'its end',
    body: notification({ ...alarm, NewStateValue: 'OK' }),
    text: ['Message'],
  },
];
