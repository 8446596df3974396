import type { Matcher } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { AlertRow } from '../AlertRow';
import { isMeant } from '../suppression/SilenceBook';

const page = 2_000;

/**
 * Ids of firing alerts that matchers hold for. The database sorts out most of the others; a matcher of
 * an exact value costs one pass over what fires, whatever is over.
 */
export async function openAlertsMatching(
  trx: Knex.Transaction,
  wanted: { matchers: Matcher[]; entityRef?: string; unresolvedOnly?: boolean },
): Promise<number[]> {
  const { matchers, entityRef, unresolvedOnly } = wanted;
  const found: number[] = [];
  for (let after = 0; ; ) {
    const query = trx('alerts')
      .whereRaw(`status = 'firing'`)
      .where('current', true)
      .where('id', '>', after)
      .orderBy('id')
      .limit(page)
      .select('id', 'adapter', 'name', 'entity_ref', 'labels');
    if (entityRef) query.where('entity_ref', entityRef);
    if (unresolvedOnly) query.whereNull('entity_ref');
    for (const matcher of matchers) narrow(query, matcher);
    const rows: (Pick<
      AlertRow,
      'adapter' | 'name' | 'entity_ref' | 'labels'
    > & {
      id: number | string;
    })[] = await query;
    for (const row of rows)
      if (isMeant({ matchers, entityRef }, row, JSON.parse(row.labels)))
        found.push(Number(row.id));
    if (rows.length < page) return found;
    after = Number(rows[rows.length - 1].id);
  }
}

/** What the text of the labels must hold, at least. */
function narrow(query: Knex.QueryBuilder, { label, value, mode }: Matcher) {
  if (mode !== undefined && mode !== 'equals') return;
  if (label === 'adapter' || label === 'name') query.where(label, value);
  else if (value) {
    const text = `${JSON.stringify(label)}:${JSON.stringify(value)}`;
    const literal = text.replace(/[\\%_]/g, sign => `\\${sign}`);
    query.whereRaw(`labels like ? escape '\\'`, [`%${literal}%`]);
  }
}
