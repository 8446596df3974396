import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createSign, X509Certificate } from 'node:crypto';
import { signingPair } from './__testUtils__/signingPair';
import { startIntake } from './__testUtils__/startIntake';
import {
  textToSign,
  type SnsMessage,
} from '../adapters/cloudwatch-sns/snsMessage';

const topic = 'arn:aws:sns:eu-west-1:111122223333:alarms';
const amazon = 'https://sns.eu-west-1.amazonaws.com';
const certificateUrl = `${amazon}/SimpleNotificationService-0a1b2c.pem`;
const pair = signingPair();
const within = Date.parse(new X509Certificate(pair.certificate).validFrom) + 1;

describe('Amazon SNS at the door', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let knex: Knex;
  /** What Amazon was asked. */
  let asked: string[];
  /** What it answers. */
  let amazonIs: 'well' | 'down';
  let now: number;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
  });
  beforeEach(() => {
    asked = [];
    amazonIs = 'well';
    now = within;
  });

  async function start(topics: string[] = [topic]) {
    const intake = await startIntake({
      knex,
      config: { adapters: { cloudwatch: { topics } } },
      now: () => now,
      fetch: async input => {
        asked.push(String(input));
        if (amazonIs === 'down') throw new TypeError('fetch failed');
        const isCertificate = String(input).endsWith('.pem');
        return new Response(isCertificate ? pair.certificate : '<Ok/>');
      },
    });
    await knex('inbox').delete();
    await knex('deliveries').delete();
    return {
      ...intake,
      /** As Amazon does: text/plain, without a token. */
      post: (message: object) =>
        intake.send('cloudwatch', message, { 'content-type': 'text/plain' }),
    };
  }

  it('lets a signed alarm in, fetches the certificate once, and takes a repeat once', async () => {
    const { post, inbox, backend } = await start();
    const message = signed(notification());
    expect(await post(message)).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicate: false },
    });
    expect(await post(message)).toMatchObject({
      status: 202,
      body: { duplicate: true },
    });
    const other = signed(notification({ MessageId: 'm2', Subject: null }));
    expect((await post(other)).status).toBe(202);
    const sha1 = signed(notification({ MessageId: 'm3' }), '1');
    expect((await post(sha1)).status).toBe(202);
    expect(asked).toEqual([certificateUrl]);
    expect(await inbox()).toHaveLength(3);
    await backend.stop();
  });

  it.each<[string, () => object]>([
    ['no signature', () => notification()],
    [
      'another text than was signed',
      () => ({ ...signed(notification()), Message: '{"AlarmName":"x"}' }),
    ],
    [
      'a signature of the other version',
      () => ({ ...signed(notification()), SignatureVersion: '1' }),
    ],
    [
      'a topic that is not listed',
      () =>
        signed(
          notification({
            TopicArn: 'arn:aws:sns:eu-west-1:999999999999:alarms',
          }),
        ),
    ],
    ...[
      'https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0.pem',
      'https://evil.example/SimpleNotificationService-0.pem',
      'https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-0.pem',
      'https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-0.pem',
      'http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem',
      'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0.pem',
      'https://s3.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem',
      'https://sns.eu-west-1.amazonaws.com/bucket/own.pem',
      `${certificateUrl}?x=1`,
      'not an address',
    ].map((url): [string, () => object] => [
      `a certificate at ${url}`,
      () => signed(notification({ SigningCertURL: url })),
    ]),
  ])('keeps out %s, and asks nobody but Amazon', async (_what, make) => {
    const { post, inbox, backend } = await start();
    const answer = await post(make());
    expect(answer.status).toBe(401);
    expect(answer.body.error?.message).toContain('Amazon SNS signature');
    expect(asked.filter(url => url !== certificateUrl)).toEqual([]);
    expect(await inbox()).toEqual([]);
    await backend.stop();
  });

  it('keeps out what is signed with a certificate that has ended', async () => {
    const { post, backend } = await start();
    now = Date.parse(new X509Certificate(pair.certificate).validTo) + 1;
    expect((await post(signed(notification()))).status).toBe(401);
    await backend.stop();
  });

  it('asks Amazon to come back while its certificate cannot be had', async () => {
    const { post, backend } = await start();
    amazonIs = 'down';
    const message = signed(notification());
    const away = await post(message);
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('5');
    amazonIs = 'well';
    expect((await post(message)).status).toBe(503);
    expect(asked).toHaveLength(1);
    now += 31_000;
    expect((await post(message)).status).toBe(202);
    expect(asked).toHaveLength(2);
    await backend.stop();
  });

  it('confirms a subscription of a listed topic', async () => {
    const { post, inbox, backend } = await start();
    const message = signed(subscription());
    expect(await post(message)).toMatchObject({
      status: 202,
      body: { accepted: 0 },
    });
    expect(asked).toEqual([certificateUrl, subscription().SubscribeURL]);
    expect(await inbox()).toEqual([]);

    amazonIs = 'down';
    const away = await post(message);
    expect(away.status).toBe(503);
    expect(away.body.error?.message).toContain('could not be confirmed');
    await backend.stop();
  });

  it.each([
    'https://evil.example/?Action=ConfirmSubscription',
    confirmation('https://sns.eu-west-1.amazonaws.com.evil.example'),
    confirmation('https://sns.us-east-1.amazonaws.com'),
    confirmation('http://sns.eu-west-1.amazonaws.com'),
    confirmation(amazon).replace('ConfirmSubscription', 'DeleteTopic'),
    confirmation(amazon).replace('alarms', 'others'),
    confirmation(amazon).replace('Token=t1', 'Token=t2'),
  ])('does not follow %s, though it is signed', async SubscribeURL => {
    const { post, backend } = await start();
    const answer = await post(signed(subscription({ SubscribeURL })));
    expect(answer.status).toBe(403);
    expect(asked).toEqual([certificateUrl]);
    await backend.stop();
  });

  it('confirms no other topic, not even for a token, and says which key to set', async () => {
    const { send, backend } = await start([]);
    const answer = await send('cloudwatch', subscription());
    expect(answer.status).toBe(403);
    expect(answer.body.error?.message).toBe(
      `SNS topic ${topic} is not one of incidents.intake.adapters.cloudwatch.topics`,
    );
    expect(asked).toEqual([]);
    await backend.stop();
  });

  it('takes note of the end of a subscription', async () => {
    const { post, logger, backend } = await start();
    const message = subscription({ Type: 'UnsubscribeConfirmation' });
    expect((await post(signed(message))).status).toBe(202);
    expect(asked).toEqual([certificateUrl]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('does not send here any more'),
    );
    await backend.stop();
  });

  it('does not start with what is no topic', async () => {
    await expect(start(['alarms'])).rejects.toThrow(
      /incidents\.intake\.adapters\.cloudwatch\.topics/,
    );
  });
});

function notification(changes: object = {}) {
  return {
    Type: 'Notification',
    MessageId: 'm1',
    TopicArn: topic,
    Subject: 'ALARM: "disk"',
    Message: JSON.stringify({
      AlarmName: 'disk',
      NewStateValue: 'ALARM',
      StateChangeTime: '2026-11-21T10:10:00.000+0000',
    }),
    Timestamp: '2026-11-21T10:10:01.000Z',
    SigningCertURL: certificateUrl,
    ...changes,
  };
}

function confirmation(host: string) {
  return `${host}/?Action=ConfirmSubscription&TopicArn=${topic}&Token=t1`;
}

function subscription(changes: object = {}) {
  return {
    Type: 'SubscriptionConfirmation',
    MessageId: 's1',
    Token: 't1',
    TopicArn: topic,
    Message: 'You have chosen to subscribe',
    SubscribeURL: confirmation(amazon),
    Timestamp: '2026-11-21T10:00:00.000Z',
    SigningCertURL: certificateUrl,
    ...changes,
  };
}

function signed(message: object, version: '1' | '2' = '2') {
  const sign = createSign(version === '1' ? 'RSA-SHA1' : 'RSA-SHA256');
  sign.update(textToSign(message as SnsMessage));
  return {
    ...message,
    SignatureVersion: version,
    Signature: sign.sign(pair.privateKey, 'base64'),
  };
}
