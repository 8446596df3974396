// @ts-check

/** Rows of one statement. */
const chunk = 500;
const week = 7 * 86_400_000;

/**
 * The words that incidents are found by, with those of the incidents that are there.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = isPostgres(knex);
  await knex.schema.createTable('incident_words', table => {
    table.comment(
      'Words of title, entities, owner and id, by whose beginnings an incident is found',
    );
    table.integer('incident_number').notNullable();
    // In the order of their characters: a range of it are the words that begin alike.
    table
      .specificType('word', `varchar(64)${postgres ? ' collate "C"' : ''}`)
      .notNullable();
    table
      .integer('week')
      .notNullable()
      .comment('Of the start, counted from the epoch');
    table.primary(['incident_number', 'word']);
    table.index(['week', 'word', 'incident_number']);
  });
  let last = -1;
  for (;;) {
    const incidents = await knex('incidents')
      .where('number', '>', last)
      .orderBy('number')
      .limit(chunk)
      .select('number', 'title', 'owner_ref', 'started_at');
    if (!incidents.length) return;
    const first = incidents[0].number;
    last = incidents[incidents.length - 1].number;
    const entities = await knex('incident_entities')
      .whereBetween('incident_number', [first, last])
      .select('incident_number', 'entity_ref');
    await insertWords(knex, incidents, entities);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incident_words');
};

/**
 * @param {import('knex').Knex} knex
 * @param {{number: number, title: string, owner_ref: string | null, started_at: number | string}[]} incidents
 * @param {{incident_number: number, entity_ref: string}[]} entities
 */
async function insertWords(knex, incidents, entities) {
  /** @type {Map<number, string[]>} */
  const names = new Map(incidents.map(({ number }) => [number, []]));
  for (const { incident_number: number, entity_ref: ref } of entities)
    names.get(number)?.push(nameOf(ref));
  const rows = incidents.flatMap(({ number, title, owner_ref, started_at }) => {
    const digits = String(number).padStart(4, '0');
    const words = split(
      [
        title,
        title.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '),
        owner_ref ? nameOf(owner_ref) : '',
        `INC-${digits} ${digits} ${number}`,
        ...(names.get(number) ?? []),
      ].join(' '),
    );
    const started = Math.floor(Number(started_at) / week);
    return words.map(word => [number, word, started]);
  });
  // As one value: databases take so many of them and no more.
  await knex.raw(
    isPostgres(knex)
      ? `insert into incident_words (incident_number, word, week)
         select (e.value ->> 0)::int, e.value ->> 1, (e.value ->> 2)::int
         from jsonb_array_elements(?::jsonb) as e`
      : `insert into incident_words (incident_number, word, week)
         select json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'), json_extract(e.value, '$[2]')
         from json_each(?) as e`,
    [JSON.stringify(rows)],
  );
}

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return String(knex.client.config.client).includes('pg');
}

/** @param {string} ref */
function nameOf(ref) {
  return ref.replace(/^[^:/\s]+:[^/\s]+\/(?=.)/, '');
}

/**
 * As the plugin made words of a text at this time.
 *
 * @param {string} text
 */
function split(text) {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/inc-\d+|[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map(word => [...word].slice(0, 64).join('')))];
}
