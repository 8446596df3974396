import type { IncidentNews } from '../../notifications/IncidentAnnouncer';
import type { Knex } from 'knex';
import { changeStatus, type IncidentRow } from '../../incidents';
import { holds } from '../database/holds';
import { listOf, rowsOf, updateRows } from '../database/tuples';
import { lockIncidents } from '../incidentPlace';
import type { PipelineTools } from '../PipelineState';

const most = 100;

/** Resolves incidents whose alerts have been over for long enough. To be called in a fenced transaction. */
export async function resolveRecovered(
  trx: Knex.Transaction,
  { rules, announcer, resolvesOnTime }: PipelineTools,
  now: number,
): Promise<number> {
  const { resolveAfterMs } = rules.incidents;
  if (resolveAfterMs === undefined) return 0;
  const rows: { number: number }[] = await trx('incidents')
    .whereNotNull('recovered_at')
    .whereRaw(`status <> 'resolved'`)
    .whereNull('merged_into')
    .whereNull('deleted_at')
    .where('recovered_at', '<=', now - resolveAfterMs)
    .orderBy('recovered_at')
    .limit(most)
    .select('number');
  const over = await takeOver(
    trx,
    rows.map(({ number }) => number),
    ({ recovered_at: at }) =>
      resolvesOnTime ? Number(at) + resolveAfterMs : now,
  );
  const news: IncidentNews[] = [];
  const minutes = Math.round(resolveAfterMs / 60_000);
  for (const { locked, at } of over) {
    const { number, reopened } = locked;
    await changeStatus(trx, {
      incident: number,
      locked,
      to: 'resolved',
      now: at,
      because: `Resolved: nothing of severity error or worse has fired for ${minutes} min`,
      said: { code: 'resolved.quiet', params: { minutes: String(minutes) } },
    });
    news.push({
      incident: number,
      kind: 'resolved',
      key: `resolved:${reopened}`,
      at,
    });
  }
  if (news.length) await announcer.announce(trx, news);
  return rows.length;
}

/** Those of them that are over indeed, kept from people until the transaction ends. */
async function takeOver(
  trx: Knex.Transaction,
  numbers: number[],
  resolvedAt: (row: IncidentRow) => number,
): Promise<{ locked: IncidentRow; at: number }[]> {
  const burning = await stillBurning(trx, numbers);
  const incidents = new Map<number, IncidentRow>();
  await lockIncidents(
    { trx, incidents },
    numbers.filter(number => !burning.has(number)),
  );
  const over = numbers
    .flatMap(number => incidents.get(number) ?? [])
    .filter(
      row =>
        row.status !== 'resolved' &&
        row.recovered_at !== null &&
        row.merged_into === null &&
        row.deleted_at === null,
    )
    .sort((a, b) => a.number - b.number)
    .map(locked => ({ locked, at: resolvedAt(locked) }));
  await updateRows(
    trx,
    'incidents',
    'number',
    { number: 'int', updated_at: 'bigint' },
    over.map(({ locked, at }) => ({ number: locked.number, updated_at: at })),
  );
  return over;
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
