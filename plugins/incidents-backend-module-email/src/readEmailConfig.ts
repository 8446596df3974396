import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const key = 'incidents.notifications.email';

// One address and nothing else: no list, no header.
const address = z.email();
const sender = z
  .string()
  .regex(/^[^\r\n<>,;]*(<[^\s<>@,;]+@[^\s<>@,;]+>|@[^\s<>@,;]+)$/);

const settings = z.strictObject({
  smtp: z.strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).optional(),
    secure: z.boolean().default(false),
    allowPlaintext: z.boolean().default(false),
    username: z.string().optional(),
    password: z.string().optional(),
  }),
  from: sender,
  channels: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/),
        to: z.array(address).max(50).default([]),
        perMinute: z.int().min(1).max(600).default(60),
      }),
    )
    .default([]),
});

/** `incidents.notifications.email`, defaults filled in. */
export type EmailConfig = z.output<typeof settings>;

/**
 * @returns undefined when there is none
 * @throws InputError that names the key
 */
export function readEmailConfig(
  root: RootConfigService,
): EmailConfig | undefined {
  const found = root.getOptional(key);
  if (found === undefined) return undefined;
  const read = settings.safeParse(found);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputError(`${[key, ...issue.path].join('.')}: ${issue.message}`);
}
