import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const key = 'incidents.notifications.pagerduty';

const settings = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/),
      routingKey: z.string().regex(/^[a-zA-Z0-9]{32}$/, 'has 32 characters'),
      eventsUrl: z
        .url({ protocol: /^https?$/ })
        .default('https://events.pagerduty.com'),
      perMinute: z.int().min(1).max(600).default(60),
    }),
  )
  .default([]);

/** One integration of a PagerDuty service, defaults filled in. */
export type PagerDutyChannelConfig = z.output<typeof settings>[number];

/**
 * Reads `incidents.notifications.pagerduty`.
 *
 * @throws InputError that names the key
 */
export function readNotifyConfig(
  root: RootConfigService,
): PagerDutyChannelConfig[] {
  const read = settings.safeParse(root.getOptional(key));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputError(`${[key, ...issue.path].join('.')}: ${issue.message}`);
}
