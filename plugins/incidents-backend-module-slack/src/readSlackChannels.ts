import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const key = 'incidents.notifications.slack';

/** One conversation, defaults filled in. */
export interface SlackChannelConfig {
  name: string;
  channel: string;
  token: string;
  apiUrl: string;
  perMinute: number;
}

const settings = z.strictObject({
  token: z.string().min(1).optional(),
  apiUrl: z.url({ protocol: /^https?$/ }).default('https://slack.com/api/'),
  channels: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/),
        channel: z.string().min(1).max(100),
        token: z.string().min(1).optional(),
        perMinute: z.int().min(1).max(600).default(60),
      }),
    )
    .default([]),
});

/**
 * Reads `incidents.notifications.slack`.
 *
 * @throws InputError that names the key
 */
export function readSlackChannels(
  root: RootConfigService,
): SlackChannelConfig[] {
  const read = settings.safeParse(root.getOptional(key) ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(`${[key, ...issue.path].join('.')}: ${issue.message}`);
  }
  const { apiUrl, channels, token } = read.data;
  return channels.map(channel => {
    const own = channel.token ?? token;
    if (!own)
      throw new InputError(`${key}: there is no token for ${channel.name}`);
    return {
      ...channel,
      token: own,
      apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    };
  });
}
