import { z } from 'zod';

/** Where Amazon's SNS is, and nobody else. */
export const snsHost = /^sns\.([a-z0-9-]{3,30})\.amazonaws\.com(\.cn)?$/;

const common = {
  MessageId: z.string().min(1).max(100),
  TopicArn: z.string().max(500),
  Message: z.string(),
  Timestamp: z.string().max(40),
};

/** What SNS posts to an HTTPS subscription, as text/plain. */
export const snsMessage = z.discriminatedUnion('Type', [
  z.looseObject({
    Type: z.literal('Notification'),
    ...common,
    Subject: z.string().nullish(),
  }),
  z.looseObject({
    Type: z.literal(['SubscriptionConfirmation', 'UnsubscribeConfirmation']),
    ...common,
    SubscribeURL: z.string().max(2_000),
    Token: z.string().max(2_000),
  }),
]);

/** @see snsMessage */
export type SnsMessage = z.infer<typeof snsMessage>;

/** What the signature is over. */
export const snsEnvelope = z.intersection(
  snsMessage,
  z.looseObject({
    SignatureVersion: z.enum(['1', '2']),
    Signature: z.base64().max(2_000),
    SigningCertURL: z.string().max(500),
  }),
);

/** The text that Amazon signs: names and values, a line each, in the order of the names. */
export function textToSign(message: SnsMessage): string {
  const names =
    message.Type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : [
          'Message',
          'MessageId',
          'SubscribeURL',
          'Timestamp',
          'Token',
          'TopicArn',
          'Type',
        ];
  return names
    .map(name => [name, message[name]])
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}\n${value}\n`)
    .join('');
}

/** `arn:aws:sns:eu-west-1:123456789012:alarms` → `eu-west-1` */
export function regionOf(topicArn: string): string | undefined {
  return /^arn:aws(?:-[a-z-]+)?:sns:([a-z0-9-]{3,30}):\d{12}:[\w.-]{1,256}$/.exec(
    topicArn,
  )?.[1];
}
