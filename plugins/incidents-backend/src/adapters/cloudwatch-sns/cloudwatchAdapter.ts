import { toUSVString } from 'node:util';
import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import type { BuiltInAdapter } from '../../intake/BuiltInAdapter';
import {
  alertEventOf,
  caps,
  cleanText,
  hashOf,
  instantOf,
  issueOf,
  readBody,
  severityOf,
  UnreadableError,
} from '../shared';
import { alarmSchema, labelsInText, type Alarm } from './alarm';
import { regionOf, snsMessage } from './snsMessage';
import { SnsSender } from './SnsSender';

/**
 * CloudWatch alarms through Amazon SNS. Its own signature lets SNS in, once
 * `incidents.intake.adapters.cloudwatch.topics` lists the topic.
 *
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html and
 * https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html, read in November 2026
 */
export const cloudwatchAdapter: BuiltInAdapter = {
  id: 'cloudwatch',
  title: 'Amazon CloudWatch',
  contract:
    'CloudWatch alarms in SNS notifications, signature versions 1 and 2',
  connect({ config, fetch, logger, now }) {
    const topics = config?.getOptionalStringArray('topics') ?? [];
    const wrong = topics.find(topic => !regionOf(topic));
    if (wrong)
      throw new UnreadableError(
        `'${wrong}' is not the ARN of an SNS topic`,
        'incidents.intake.adapters.cloudwatch.topics',
      );
    const sender = SnsSender.create({ topics, fetch, logger, now });
    return {
      signature: topics.length ? sender.signature : undefined,
      greet: body => sender.greet(body),
    };
  },
  read({ body, receivedAt }) {
    const message = readBody(
      snsMessage,
      body,
      'Subscribe the address to an SNS topic, without raw message delivery',
    );
    const { MessageId: deliveryId, TopicArn: topic } = message;
    if (message.Type !== 'Notification')
      throw new UnreadableError(
        'a handshake is for the HTTPS address alone',
        'Type',
      );
    const { alarm, raw } = readAlarm(message.Message);
    const at =
      instantOf(alarm.StateChangeTime, 'Message.StateChangeTime') ?? receivedAt;
    const over = alarm.NewStateValue === 'OK';
    const blind = alarm.NewStateValue === 'INSUFFICIENT_DATA';
    const labels = labelsOf(alarm);
    return {
      deliveryId,
      alerts: [
        alertEventOf({
          fingerprint:
            alarm.AlarmArn ||
            hashOf(
              cleanText(alarm.AWSAccountId, caps.name),
              cleanText(alarm.Region, caps.name),
              alarm.AlarmName,
            ),
          status: over ? 'resolved' : 'firing',
          name: [alarm.AlarmName],
          title: [
            blind ? `${alarm.AlarmName}: no data` : undefined,
            alarm.AlarmName,
          ],
          description: [alarm.AlarmDescription, alarm.NewStateReason]
            .filter(text => typeof text === 'string' && text)
            .join('\n'),
          severity: severityOf(labels.severity, blind ? 'warning' : 'error'),
          startsAt: at,
          endsAt: over ? at : undefined,
          labels,
          annotations: {
            threshold: alarm.Trigger?.Threshold,
            old_state: alarm.OldStateValue,
            alarm_rule: alarm.AlarmRule,
            topic,
          },
          url: consoleLink(alarm),
          raw,
        }),
      ],
    };
  },
};

function readAlarm(text: string): { alarm: Alarm; raw: JsonValue } {
  let raw: JsonValue;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new UnreadableError('not a CloudWatch alarm, but text', 'Message');
  }
  const found: z.ZodSafeParseResult<Alarm> = alarmSchema.safeParse(raw);
  if (found.success) return { alarm: found.data, raw };
  const { reason, field } = issueOf(found.error, 'Message');
  throw new UnreadableError(`${reason}; not a CloudWatch alarm`, field);
}

function labelsOf(alarm: Alarm): Record<string, string> {
  const { MetricName, Namespace, Dimensions } = alarm.Trigger ?? {};
  const entries: [string, unknown][] = [
    ['account', alarm.AWSAccountId],
    ['region', alarm.AlarmArn?.split(':')[3] || alarm.Region],
    ['namespace', Namespace],
    ['metric', MetricName],
    ...(Dimensions ?? []).map(({ name, value }): [string, unknown] => [
      name,
      value,
    ]),
    ...Object.entries(labelsInText(alarm.AlarmDescription)),
  ];
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, cleanText(value, caps.labelValue)]),
  );
}

/** Where AWS shows the alarm; put together from its ARN, not taken from the message. */
function consoleLink(alarm: Alarm): string | undefined {
  const [, region, name] =
    /^arn:aws:cloudwatch:([a-z0-9-]+):\d+:alarm:(.+)$/.exec(
      alarm.AlarmArn ?? '',
    ) ?? [];
  return region
    ? `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(
        // A half of a surrogate pair is nothing that a link can have.
        toUSVString(name),
      )}`
    : undefined;
}
