import type { Knex } from 'knex';
import type { IncomingDelivery } from '../intake';

/** Rows in memory at once. */
const page = 1_000;

interface Span {
  from: number;
  to: number;
}

/** Counts what the inbox has of a span, and where its last so many begin. */
export async function countRecorded(
  db: Knex,
  span: Span,
  limit: number,
): Promise<{ events: number; afterId: number; truncated: boolean }> {
  const recorded = () =>
    db('inbox')
      .where('received_at', '>=', span.from)
      .where('received_at', '<', span.to);
  const [{ count }] = await recorded().count({ count: '*' });
  const events = Number(count);
  if (events <= limit) return { events, afterId: 0, truncated: false };
  const [{ id }] = await recorded()
    .orderBy('id', 'desc')
    .offset(limit)
    .limit(1)
    .select('id');
  return { events: limit, afterId: Number(id), truncated: true };
}

/** What the inbox has of a span, as it came in: each row a delivery of its own. */
export async function* readRecorded(
  db: Knex,
  span: Span,
  afterId: number,
): AsyncGenerator<IncomingDelivery> {
  for (let after = afterId; ; ) {
    const rows = await db('inbox')
      .where('id', '>', after)
      .where('received_at', '>=', span.from)
      .where('received_at', '<', span.to)
      .orderBy('id')
      .limit(page)
      .select('id', 'kind', 'adapter', 'received_at', 'event');
    for (const { kind, adapter, received_at: receivedAt, event } of rows) {
      yield {
        adapter,
        sender: 'dry-run',
        receivedAt: Number(receivedAt),
        bytes: 0,
        headers: '{}',
        events: [{ kind, event, raw: 'null' }],
        quarantined: [],
        quarantinedCount: 0,
        truncated: 0,
      };
    }
    if (rows.length < page) return;
    after = Number(rows[rows.length - 1].id);
  }
}
