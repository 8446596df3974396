import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const key = 'incidents.notifications.teams';

/** One workflow, defaults filled in. */
export interface TeamsChannelConfig {
  name: string;
  url: string;
  perMinute: number;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const settings = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/),
      url: z.string().refine(text => {
        const url = URL.canParse(text) ? new URL(text) : undefined;
        return (
          url?.protocol === 'https:' ||
          (url?.protocol === 'http:' && loopback.has(url.hostname))
        );
      }, 'must be an https:// address'),
      perMinute: z.int().min(1).max(600).default(60),
    }),
  )
  .default([]);

/**
 * Reads `incidents.notifications.teams`.
 *
 * @throws InputError that names the key
 */
export function readTeamsChannels(
  root: RootConfigService,
): TeamsChannelConfig[] {
  const read = settings.safeParse(root.getOptional(key));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputError(`${[key, ...issue.path].join('.')}: ${issue.message}`);
}
