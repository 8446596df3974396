import type { Knex } from 'knex';
import { rowsOf } from './rowsOf';

/** Which of the topics have something due: one look at an index for each. */
export async function dueTopics(
  database: Knex,
  now: string,
  topics: string[],
): Promise<string[]> {
  if (!topics.length) return [];
  const rows = await rowsOf<{ topic: string }>(
    database,
    `with asked (topic) as (values ${topics.map(() => '(?)').join(', ')})
     select asked.topic from asked
     where exists (
       select 1 from outbox
       where outbox.topic = asked.topic and finished_at is null and due_at <= ${now}
     )`,
    topics,
  );
  return rows.map(({ topic }) => topic);
}
