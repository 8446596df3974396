import type { Knex } from 'knex';
import type { KeyedDelivery } from '../IncomingDelivery';
import { writer } from './writer';

/** Parts items in a list: JSON has no control characters, so it is in none of them. */
const separator = '\u001e';

const item = (columns: string[]) =>
  `unnest(${columns
    .map(type => `string_to_array(?, chr(30))::${type}[]`)
    .join(', ')})`;

/**
 * One statement for all of it: one round trip, whatever the size. Deliveries go in by key, so that two
 * replicas with the same ones do not wait for each other; what was in them goes in as it came. Each item
 * has the place of its delivery, at which `placed` knows the id, or none when the delivery was there
 * already. Lists are split by the database, which costs both sides less than arrays or JSON.
 */
const statement = `
with given as (
  select * from json_to_recordset(?::json) as given(
    place int, adapter text, sender text, key text, at bigint, bytes int,
    accepted int, quarantined int, truncated int, headers text)
), stored as (
  insert into deliveries
    (adapter, sender, delivery_key, received_at, bytes, accepted, quarantined, truncated)
  select adapter, sender, key, at, bytes, accepted, quarantined, truncated from given
  order by adapter, key
  on conflict (adapter, delivery_key) do nothing
  returning id, adapter, delivery_key, received_at, accepted, quarantined, truncated
), placed as (
  select array_agg(stored.id order by place) as ids,
    array_agg(given.adapter order by place) as adapters,
    array_agg(given.at order by place) as times,
    array_agg(given.headers order by place) as headers
  from given
  left join stored on stored.adapter = given.adapter and stored.delivery_key = given.key
), waiting as (
  insert into inbox (delivery_id, kind, adapter, received_at, event, raw)
  select ids[place], kind, adapters[place], times[place], event, raw
  from placed, ${item(['int', 'text', 'text', 'text'])}
    with ordinality as item(place, kind, event, raw, n)
  where ids[place] is not null
  order by n
), aside as (
  insert into quarantine
    (delivery_id, adapter, received_at, reason, field, said, headers, raw, body)
  select ids[place], adapters[place], times[place], why ->> 0, why ->> 1, why ->> 2,
    headers[place], raw, nullif(body, '')
  from placed, ${item(['int', 'json', 'text', 'text'])}
    with ordinality as item(place, why, raw, body, n)
  where ids[place] is not null
  order by n
), counted as (
  insert into intake_counts as known
    (adapter, hour, writer, deliveries, accepted, quarantined, truncated, last_at)
  select adapter, received_at - received_at % 3600000, ?, count(*),
    sum(accepted), sum(quarantined), sum(truncated), max(received_at)
  from stored group by 1, 2
  on conflict (adapter, hour, writer) do update set
    deliveries = known.deliveries + excluded.deliveries,
    accepted = known.accepted + excluded.accepted,
    quarantined = known.quarantined + excluded.quarantined,
    truncated = known.truncated + excluded.truncated,
    last_at = greatest(known.last_at, excluded.last_at)
)
select adapter, delivery_key as key from stored`;

/** @returns those that were not there yet */
export async function insertIntoPostgres(
  db: Knex,
  deliveries: readonly KeyedDelivery[],
): Promise<{ adapter: string; key: string }[]> {
  const events = deliveries.flatMap((delivery, index) =>
    delivery.events.map(event => ({ ...event, place: index + 1 })),
  );
  const aside = deliveries.flatMap((delivery, index) =>
    delivery.quarantined.map(found => ({ ...found, place: index + 1 })),
  );
  const { rows } = await db.raw(statement, [
    JSON.stringify(
      deliveries.map((delivery, index) => ({
        place: index + 1,
        adapter: delivery.adapter,
        sender: delivery.sender,
        key: delivery.key,
        at: delivery.receivedAt,
        bytes: delivery.bytes,
        accepted: delivery.events.length,
        quarantined: delivery.quarantinedCount,
        truncated: delivery.truncated,
        headers: delivery.headers,
      })),
    ),
    list(events, ({ place }) => place),
    list(events, ({ kind }) => kind),
    list(events, ({ event }) => event),
    list(events, ({ raw }) => raw),
    list(aside, ({ place }) => place),
    list(aside, ({ reason, field = null, said = null }) =>
      JSON.stringify([reason, field, said]),
    ),
    list(aside, ({ raw }) => raw),
    list(aside, ({ body = '' }) => body),
    writer,
  ]);
  return rows;
}

function list<T>(items: T[], of: (item: T) => string | number): string {
  return items.map(of).join(separator);
}
