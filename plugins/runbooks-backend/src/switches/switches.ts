import { NotFoundError } from '@backstage/errors';
import type { Switch } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { whereVisibleDocuments } from '../documents';
import type { Visibility } from '../service/targetRules';

/** Scope of the switch of all remediation and all experiments. */
export const everything = 'all';

interface SwitchRow {
  scope: string;
  is_on: boolean | number;
  by: string;
  reason: string;
  at: number | string;
}

function describe(row: SwitchRow): Switch {
  return {
    scope: row.scope,
    on: Boolean(row.is_on),
    by: row.by,
    reason: row.reason,
    at: new Date(Number(row.at)).toISOString(),
  };
}

/** By scope; what nobody ever switched is on. */
export async function readSwitches(
  db: Knex,
  scopes: string[],
): Promise<Map<string, Switch>> {
  const rows: SwitchRow[] = await db<SwitchRow>('switches').whereIn(
    'scope',
    scopes,
  );
  const known = new Map(rows.map(row => [row.scope, describe(row)]));
  return new Map(
    scopes.map(scope => [scope, known.get(scope) ?? { scope, on: true }]),
  );
}

/** That of everything, and those that are off, of documents that the caller may see. */
export async function listSwitches(
  db: Knex,
  visible: Visibility,
): Promise<Switch[]> {
  const rows: SwitchRow[] = await db<SwitchRow>('switches')
    .where({ is_on: false })
    .whereIn(
      'scope',
      db('documents')
        .where(query => whereVisibleDocuments(query, visible))
        .select('ref'),
    )
    .orderBy('scope')
    .limit(500);
  const all = await readSwitches(db, [everything]);
  return [all.get(everything)!, ...rows.map(describe)];
}

/** @throws NotFoundError when there is no such policy or experiment */
export async function setSwitch(
  db: Knex,
  set: { scope: string; on: boolean; by: string; reason: string; at: number },
): Promise<Switch> {
  const { scope, on, by, reason, at } = set;
  if (scope !== everything) {
    const known = await db('documents').where({ ref: scope }).first('ref');
    if (!known) throw new NotFoundError(`No policy or experiment '${scope}'`);
  }
  const row: SwitchRow = { scope, is_on: on, by, reason, at };
  await db('switches').insert(row).onConflict('scope').merge();
  return describe(row);
}
