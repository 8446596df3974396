import type { JsonValue } from '@backstage/types';
import type {
  AlertEvent,
  ChangeEvent,
  FindingEvent,
  Reading,
} from '@ghostlight/plugin-incidents-node';
import { UnreadableError, issueOf } from '@ghostlight/reliability-node';
import type { z } from 'zod';
import type { RejectedItem } from './RejectedItem';

/** What one item says. */
export interface ItemReading {
  alerts?: AlertEvent[];
  changes?: ChangeEvent[];
  findings?: FindingEvent[];
}

/**
 * Reads each item of a list by itself: one that does not fit the schema, or for which `read` throws an
 * {@link UnreadableError}, is rejected with its reason and path; its neighbours go on.
 */
export function readItems<T>(
  items: readonly JsonValue[],
  options: {
    /** Where the list is in the body: `alerts` makes `alerts[3]`. '' for a body that is a list. */
    path: string;
    schema: z.ZodType<T>;
    /** `path` is that of this item, for errors. */
    read(item: T, raw: JsonValue, path: string): ItemReading;
  },
): Required<Omit<Reading, 'truncated' | 'deliveryId'>> {
  const { schema, read } = options;
  const reading = {
    alerts: [] as AlertEvent[],
    changes: [] as ChangeEvent[],
    findings: [] as FindingEvent[],
    rejected: [] as RejectedItem[],
  };
  items.forEach((raw, index) => {
    const path = `${options.path}[${index}]`;
    const parsed = schema.safeParse(raw);
    if (!parsed.success) {
      reading.rejected.push({ ...issueOf(parsed.error, path), raw });
      return;
    }
    try {
      const { alerts, changes, findings } = read(parsed.data, raw, path);
      if (alerts) reading.alerts.push(...alerts);
      if (changes) reading.changes.push(...changes);
      if (findings) reading.findings.push(...findings);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      const { reason, field = path, said } = error;
      reading.rejected.push({ reason, field, raw, ...(said && { said }) });
    }
  });
  return reading;
}

/**
 * The body as the schema has it.
 *
 * @throws UnreadableError that names the first field that is wrong, and what to do
 */
export function readBody<T>(
  schema: z.ZodType<T>,
  body: JsonValue,
  /** What the sender is to do about it: `Send Alertmanager's webhook, version 4`. */
  fix: string,
): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const { reason, field = 'body', said } = issueOf(parsed.error);
  throw new UnreadableError(`${reason}. ${fix}`, field, said);
}
