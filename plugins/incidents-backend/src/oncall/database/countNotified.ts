import type { Knex } from 'knex';

/** At most so many notifications are looked through. */
const most = 20_000;

/**
 * Incidents each one was told of in a span, by what the delivery log says of the recipients: refs,
 * names or e-mail addresses, in lower case.
 */
export async function countNotified(
  db: Knex,
  from: number,
  to: number,
): Promise<Map<string, Set<number>>> {
  const rows: {
    recipient: string | null;
    target: string;
    incident_number: number;
  }[] = await db('notifications')
    .where('created_at', '>=', from)
    .andWhere('created_at', '<', to)
    .where({ state: 'sent' })
    .whereNotNull('incident_number')
    .orderBy('created_at', 'desc')
    .limit(most)
    .select('recipient', 'target', 'incident_number');
  const told = new Map<string, Set<number>>();
  for (const { recipient, target, incident_number: incident } of rows) {
    const { sentTo }: { sentTo?: unknown } = JSON.parse(target);
    const refs = Array.isArray(sentTo) ? sentTo : [];
    for (const who of [...refs, ...(recipient?.split(', ') ?? [])]) {
      const key = String(who).toLocaleLowerCase('en-US');
      told.set(key, (told.get(key) ?? new Set()).add(incident));
    }
  }
  return told;
}
