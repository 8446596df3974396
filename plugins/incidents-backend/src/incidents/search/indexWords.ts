import type { Knex } from 'knex';
import { insertRows, listOf } from '../../pipeline/database/tuples';
import { wordsOf, wordsOfEntities, type Searchable } from './words';
import { weekOf } from './weekOf';

const columns = {
  incident_number: 'int',
  word: 'text',
  week: 'int',
} as const;

/** Makes new incidents searchable. */
export async function indexIncidents(
  trx: Knex.Transaction,
  incidents: readonly (Searchable & { startedAt: number })[],
): Promise<void> {
  await insert(
    trx,
    incidents.map(incident => ({ ...incident, words: wordsOf(incident) })),
  );
}

/** Makes incidents searchable by entities that they have got. */
export async function indexEntities(
  trx: Knex.Transaction,
  added: readonly { incident: number; entityRef: string }[],
): Promise<void> {
  if (!added.length) return;
  const refs = new Map<number, string[]>();
  for (const { incident, entityRef } of added)
    refs.set(incident, [...(refs.get(incident) ?? []), entityRef]);
  const rows: { number: number; started_at: number | string }[] = await trx(
    'incidents',
  )
    .whereRaw('number in ?', [listOf(trx, 'int', refs.keys())])
    .select('number', 'started_at');
  await insert(
    trx,
    rows.map(row => ({
      number: row.number,
      startedAt: Number(row.started_at),
      words: wordsOfEntities(refs.get(row.number) ?? []),
    })),
  );
}

/** After a change of title, owner, start or entities: writes the words of incidents anew. */
export async function reindexIncidents(
  trx: Knex.Transaction,
  numbers: readonly number[],
): Promise<void> {
  if (!numbers.length) return;
  const among = listOf(trx, 'int', numbers);
  const rows: {
    number: number;
    title: string;
    owner_ref: string | null;
    started_at: number | string;
  }[] = await trx('incidents')
    .whereRaw('number in ?', [among])
    .select('number', 'title', 'owner_ref', 'started_at');
  const entities: { incident_number: number; entity_ref: string }[] = await trx(
    'incident_entities',
  )
    .whereRaw('incident_number in ?', [among])
    .select('incident_number', 'entity_ref');
  const refs = new Map<number, string[]>(rows.map(row => [row.number, []]));
  for (const { incident_number: number, entity_ref: ref } of entities)
    refs.get(number)?.push(ref);
  await trx('incident_words')
    .whereRaw('incident_number in ?', [among])
    .delete();
  await indexIncidents(
    trx,
    rows.map(row => ({
      number: row.number,
      title: row.title,
      ownerRef: row.owner_ref,
      entityRefs: refs.get(row.number) ?? [],
      startedAt: Number(row.started_at),
    })),
  );
}

async function insert(
  trx: Knex.Transaction,
  incidents: readonly { number: number; startedAt: number; words: string[] }[],
): Promise<void> {
  await insertRows(
    trx,
    'incident_words',
    columns,
    incidents.flatMap(({ number, startedAt, words }) =>
      words.map(word => ({
        incident_number: number,
        word,
        week: weekOf(startedAt),
      })),
    ),
    'on conflict (incident_number, word) do nothing',
  );
}
