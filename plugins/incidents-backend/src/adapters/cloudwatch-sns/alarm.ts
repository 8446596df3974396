import { z } from 'zod';
import { anything } from '../shared';

const dimension = z.looseObject({ name: z.string(), value: anything });

/** The text that CloudWatch puts into a notification: a metric alarm or a composite one. */
export const alarmSchema = z.looseObject({
  AlarmName: z.string().min(1),
  AlarmDescription: z.string().nullish(),
  AlarmArn: z.string().nullish(),
  AWSAccountId: anything,
  Region: anything,
  NewStateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
  NewStateReason: anything,
  StateChangeTime: anything,
  OldStateValue: anything,
  AlarmRule: anything,
  Trigger: z
    .looseObject({
      MetricName: anything,
      Namespace: anything,
      Threshold: anything,
      Dimensions: z.array(dimension).nullish().catch([]),
    })
    .nullish(),
});

/** @see alarmSchema */
export type Alarm = z.infer<typeof alarmSchema>;

/**
 * CloudWatch has neither labels nor severities: `service=payments severity=critical` in an alarm's
 * description gives it some.
 */
export function labelsInText(
  text: string | null | undefined,
): Record<string, string> {
  const found = (text ?? '')
    .slice(0, 4_000)
    .matchAll(/(?:^|[\s,;(])([A-Za-z_][\w.-]{0,60})=([^\s,;)]{1,200})/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}
