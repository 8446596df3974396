import type { IncidentNews } from '../../notifications/IncidentAnnouncer';
import type { Knex } from 'knex';
import { changeStatus } from '../../incidents';
import { holds } from '../database/holds';
import { listOf, rowsOf } from '../database/tuples';
import type { PipelineTools } from '../PipelineState';

const most = 100;

/** Resolves incidents whose alerts have been over for long enough. To be called in a fenced transaction. */
export async function resolveRecovered(
  trx: Knex.Transaction,
  { rules, announcer }: PipelineTools,
  now: number,
): Promise<number> {
  const { resolveAfterMs } = rules.incidents;
  if (resolveAfterMs === undefined) return 0;
  const rows: { number: number; recovered_at: number | string }[] = await trx(
    'incidents',
  )
    .whereNotNull('recovered_at')
    .whereRaw(`status <> 'resolved'`)
    .whereNull('merged_into')
    .whereNull('deleted_at')
    .where('recovered_at', '<=', now - resolveAfterMs)
    .orderBy('recovered_at')
    .limit(most)
    .select('number', 'recovered_at');
  const burning = await stillBurning(
    trx,
    rows.map(({ number }) => number),
  );
  const news: IncidentNews[] = [];
  const minutes = Math.round(resolveAfterMs / 60_000);
  for (const { number } of rows.sort((a, b) => a.number - b.number)) {
    if (burning.has(number)) continue;
    const done = await changeStatus(trx, {
      incident: number,
      to: 'resolved',
      now,
      because: `Resolved: nothing of severity error or worse has fired for ${minutes} min`,
    });
    if (!done) continue;
    const { reopened } = await trx('incidents')
      .where({ number })
      .first('reopened');
    news.push({
      incident: number,
      kind: 'resolved',
      key: `resolved:${reopened}`,
      at: now,
    });
  }
  if (news.length) await announcer.announce(trx, news);
  return rows.length;
}

/** Those that got alerts by hand since: they are not over. */
async function stillBurning(
  trx: Knex.Transaction,
  numbers: number[],
): Promise<Set<number>> {
  if (!numbers.length) return new Set();
  const rows = rowsOf<{ number: number }>(
    await trx.raw(
      `update incidents set recovered_at = null
       where number in (select v from ? w) and exists (
         select 1 from alerts a where a.incident_number = incidents.number and ${holds(
           'a',
         )})
       returning number`,
      [listOf(trx, 'int', numbers)],
    ),
  );
  return new Set(rows.map(({ number }) => number));
}
