import type { Knex } from 'knex';
import type { Incoming, Report } from '../Batch';
import type {
  ChangeEvent,
  FindingEvent,
} from '@ghostlight/plugin-incidents-node';
import { fingerprintOf } from '../episodes/applyReport';

interface InboxRow {
  id: number | string;
  kind: string;
  adapter: string;
  received_at: number | string;
  event: string;
}

export interface InboxReading {
  size: number;
  last: number;
  reports: Report[];
  changes: Incoming<ChangeEvent>[];
  findings: Incoming<FindingEvent>[];
  /** Rows that cannot be read. */
  failed: number[];
}

/**
 * Rows that the pipeline has not seen, the oldest first. Not from a cursor on: ids are committed out of
 * order.
 */
export async function readInbox(
  trx: Knex.Transaction,
  limit: number,
): Promise<InboxReading> {
  const rows: InboxRow[] =
    limit === 0
      ? []
      : await trx('inbox')
          .whereNull('outcome')
          .orderBy('id')
          .limit(limit)
          .select('id', 'kind', 'adapter', 'received_at', 'event');
  const reading: InboxReading = {
    size: rows.length,
    last: Number(rows.at(-1)?.id ?? 0),
    reports: [],
    changes: [],
    findings: [],
    failed: [],
  };
  for (const row of rows) {
    const common = {
      inboxId: Number(row.id),
      adapter: row.adapter,
      receivedAt: Number(row.received_at),
    };
    const event = parse(row.event);
    if (!event) reading.failed.push(common.inboxId);
    else if (row.kind === 'alert')
      reading.reports.push({
        ...common,
        event: event as Report['event'],
        fingerprint: fingerprintOf(
          row.adapter,
          (event as Report['event']).fingerprint,
        ),
      });
    else if (row.kind === 'change')
      reading.changes.push({ ...common, event: event as ChangeEvent });
    else if (row.kind === 'finding')
      reading.findings.push({ ...common, event: event as FindingEvent });
    else reading.failed.push(common.inboxId);
  }
  return reading;
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
