import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { readDurationFromConfig } from '@backstage/config';
import { z } from 'zod';
import { defaultRoutes, type NotificationsConfig } from './NotificationsConfig';

const key = 'incidents.notifications';

function refOf(text: string): string {
  return stringifyEntityRef(parseEntityRef(text)).toLocaleLowerCase('en-US');
}

const ref = z.string().transform((text, context) => {
  try {
    return refOf(text);
  } catch {
    context.addIssue(`${text} is no entity ref such as group:default/payments`);
    return z.NEVER;
  }
});
const name = z
  .string()
  .regex(
    /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/,
    'a name has letters, digits, dots and dashes',
  );
const severity = z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4']);
const topic = z.enum(['opened', 'severity', 'escalated', 'status', 'resolved']);
const recipient = z.union([z.enum(['oncall', 'owner']), ref]);

const route = z.strictObject({
  channel: name,
  severities: z.array(severity).nonempty().optional(),
  owners: z.array(ref).nonempty().optional(),
  entities: z.array(ref).nonempty().optional(),
  topics: z
    .array(topic)
    .nonempty()
    .default(['opened', 'severity', 'escalated', 'resolved']),
  to: z
    .union([recipient.transform(one => [one]), z.array(recipient)])
    .default([]),
});

const webhook = z.strictObject({
  name,
  url: z.url({ protocol: /^https?$/ }),
  secret: z.string().min(16).optional(),
  perMinute: z.int().min(1).max(6000).optional(),
  timeout: z.unknown().optional(),
});

// Modules have keys of their own in it.
const notifications = z.object({
  routes: z.array(route).default([]),
  webhooks: z.array(webhook).default([]),
  escalation: z
    .strictObject({
      severities: z.array(severity).default(['SEV1', 'SEV2']),
      after: z.unknown().optional(),
    })
    .default({ severities: ['SEV1', 'SEV2'], after: undefined }),
  giveUpAfter: z.unknown().optional(),
});

/** @throws InputError that names the key */
export function readNotificationsConfig(
  root: RootConfigService,
): NotificationsConfig {
  const read = notifications.safeParse(root.getOptional(key) ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(`${[key, ...issue.path].join('.')}: ${issue.message}`);
  }
  const { data } = read;
  const twice = data.webhooks.find(
    (one, at) => data.webhooks.findIndex(other => other.name === one.name) < at,
  );
  if (twice)
    throw new InputError(`${key}.webhooks: two are named ${twice.name}`);
  const webhooks = root.getOptionalConfigArray(`${key}.webhooks`) ?? [];
  const config = root.getOptionalConfig(key);
  return {
    routes: data.routes.length ? data.routes : defaultRoutes,
    webhooks: data.webhooks.map(({ timeout, ...rest }, at) => ({
      ...rest,
      timeoutMs: ms(webhooks[at], 'timeout', { seconds: 10 }),
    })),
    escalation: {
      severities: data.escalation.severities,
      afterMs: ms(config, 'escalation.after', { minutes: 15 }),
    },
    giveUpAfterMs: ms(config, 'giveUpAfter', { hours: 24 }),
  };
}

function ms(
  config: ReturnType<RootConfigService['getOptionalConfig']>,
  at: string,
  fallback: HumanDuration,
): number {
  const value = durationToMilliseconds(
    config?.has(at) ? readDurationFromConfig(config, { key: at }) : fallback,
  );
  if (value < 1_000)
    throw new InputError(`${key}.${at}: must be at least a second`);
  return value;
}
