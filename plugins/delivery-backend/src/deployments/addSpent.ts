import { ConflictError } from '@backstage/errors';
import type { Spent } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import type { CostContext } from './SpentKeeper';
import { writeCosts, type Cost } from './writeCosts';

const cursorName = 'spent';
const minute = 60_000;
/** Minutes of the ledger that may still come in. */
const lag = 2 * minute;
/** Milliseconds until an entity without objectives is asked about again. */
const askAgain = 15 * minute;
/** How far back it goes after a long stop. */
const furthest = 24 * 60 * minute;
const hour = 60 * minute;

interface ActiveRow {
  id: string;
  entity_ref: string;
  environment: string;
  active_from: number | string;
  active_until: number | string | null;
}

/**
 * Adds what was spent since the last time to whatever was active then: of each objective where its document
 * says that it is measured, else in the environment that is the usual one. All that were active throughout
 * are asked for at once, a hundred entities a request; those that took over in between with their own part.
 * Of an objective that was hardly measured yet, the events seen allow so few bad ones that any version would
 * have spent its budget: what it spent is told as a part of a window that is measured throughout.
 */
export async function addSpent(context: CostContext): Promise<void> {
  const { db, now, environment, slo, auth, unmeasured } = context;
  const { environmentOf = (name: string) => name } = context;
  const to = Math.floor((now() - lag) / minute) * minute;
  const last = await readCursor(db);
  // Of the time before the first look nothing can be added up.
  const from = Math.max(last ?? to - hour, to - furthest);
  if (from >= to) return;
  const rows: ActiveRow[] = await db('deployments')
    .whereNotNull('active_from')
    .where('active_from', '<', to)
    .where(query =>
      query.whereNull('active_until').orWhere('active_until', '>', from),
    )
    .select('id', 'entity_ref', 'environment', 'active_from', 'active_until');
  const spans = new Map<string, ActiveRow[]>();
  for (const row of rows) {
    if ((unmeasured.get(row.entity_ref) ?? 0) > now()) continue;
    const span = JSON.stringify([
      secondOf(Math.max(from, Number(row.active_from))),
      secondOf(Math.min(to, Number(row.active_until ?? to))),
    ]);
    spans.set(span, [...(spans.get(span) ?? []), row]);
  }
  const costs = new Map<string, Cost>();
  for (const [span, active] of spans) {
    const [first, end]: [number, number] = JSON.parse(span);
    if (first >= end) continue;
    const spent = await slo.getSpent(
      {
        entityRefs: [...new Set(active.map(row => row.entity_ref))],
        from: first,
        to: end,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const byEntity = new Map<string, Spent[]>();
    for (const one of spent)
      byEntity.set(one.entityRef, [
        ...(byEntity.get(one.entityRef) ?? []),
        one,
      ]);
    for (const row of active) {
      const known = byEntity.get(row.entity_ref) ?? [];
      if (known.length) unmeasured.delete(row.entity_ref);
      else unmeasured.set(row.entity_ref, now() + askAgain);
      const own = known.flatMap(one =>
        environmentOf(one.environment ?? environment) === row.environment &&
        one.spentMinutes !== null
          ? {
              ref: one.ref,
              title: one.title,
              minutes: one.spentMinutes * (one.coverage ?? 1),
              budget: one.budgetMinutes,
            }
          : [],
      );
      if (own.length) costs.set(row.id, { id: row.id, spent: own, asOf: to });
    }
  }
  await writeCosts(context, [...costs.values()], async trx => {
    if (last === undefined)
      await trx('counters').insert({ name: cursorName, value: to });
    else if (
      !(await trx('counters')
        .where({ name: cursorName, value: last })
        .update({ value: to }))
    )
      throw new ConflictError('Another replica has added it up');
  });
}

/** Where the last time ended. */
async function readCursor(db: Knex): Promise<number | undefined> {
  const row = await db('counters').where({ name: cursorName }).first('value');
  return row && Number(row.value);
}

function secondOf(at: number): number {
  return Math.floor(at / minute) * 60;
}
