import type { Knex } from 'knex';
import type { ColumnType, DeploymentRow } from '../DeploymentRow';
import { isPostgres, rowsOf, tableOf } from './sql';

/** Milliseconds that two senders may be apart about one change. */
const apart = 30 * 60_000;

const columns = {
  id: 'text',
  source: 'text',
  entity_ref: 'text',
  environment: 'text',
  version: 'text',
  started_at: 'bigint',
  ended_at: 'bigint',
  commit: 'text',
  is_run: 'bigint',
  is_anywhere: 'bigint',
  undoes_id: 'text',
} satisfies Record<string, ColumnType>;

/** A change that may have been told before, with what only its sender's words say. */
export interface Untold {
  row: DeploymentRow;
  commit?: string;
  /** Where it says that it went. */
  environment?: string;
}

/** Whether it is a run of a pipeline, which tells of what it puts out as that tells of itself. */
export function isRun({ key }: Pick<DeploymentRow, 'key'>): boolean {
  return key.startsWith('run:');
}

/**
 * Of changes that are told for the first time, those that were told before: by another sender, the same
 * version of the same entity in the same environment at about the same time; or by the same one, as the
 * run of a pipeline and as the deployment that it made. A run may not know where it deploys to, or what the
 * version is called that its commit became; several deployments of a run are several. What undoes a change
 * was not told before that.
 *
 * @returns by id the id of what was told first
 */
export async function findTold(
  trx: Knex.Transaction,
  untold: readonly Untold[],
): Promise<Map<string, string>> {
  const given = untold.map(({ row, commit, environment }) => ({
    id: row.id,
    source: row.source,
    entity_ref: row.entity_ref,
    environment: row.environment,
    version: row.version,
    started_at: row.started_at,
    ended_at: row.finished_at ?? row.started_at,
    commit: commit ?? null,
    is_run: isRun(row) ? 1 : 0,
    is_anywhere: isRun(row) && environment === undefined ? 1 : 0,
    undoes_id: row.undoes_id,
  }));
  if (!given.length) return new Map();
  const runOf = (of: string) =>
    `case when ${of}."key" like 'run:%' then 1 else 0 end`;
  const commitOf = isPostgres(trx)
    ? `(d.change::jsonb ->> 'commit')`
    : `json_extract(d.change, '$.commit')`;
  const result = await trx.raw(
    `select p.id as id, (
       select d.id from deployments d
       where d.entity_ref = p.entity_ref and d.same_as is null
         and d.kind in ('deployment', 'rollback')
         and d.started_at <= p.ended_at + ${apart}
         and d.started_at >= p.started_at - ${24 * 2 * apart}
         and (p.undoes_id is null or d.started_at >= coalesce(
           (select u.started_at from deployments u where u.id = p.undoes_id), 0))
         and (
           (d.source <> p.source and d.environment = p.environment
             and d.version = p.version
             and coalesce(d.finished_at, d.started_at) >= p.started_at - ${apart})
           or (d.source = p.source and ${runOf('d')} <> p.is_run
             and (d.version = p.version or ${commitOf} = p."commit")
             and (d.environment = p.environment or p.is_anywhere = 1
               or (p.is_run = 0 and d.known not like '%"environment"%'))
             and (d.outcome = 'running' or p.is_run = 1
               or coalesce(d.finished_at, d.started_at) >= p.started_at - ${apart})
             and (p.is_run = 1 or not exists (
               select 1 from deployments e
               where e.same_as = d.id and e.source = p.source)))
         )
         and not exists (select 1 from deployments c where c.same_as = p.id)
       order by abs(d.started_at - p.started_at), d.id limit 1) as first_id
     from ${tableOf(trx, 'p', columns)}`,
    [JSON.stringify(given)],
  );
  const found = rowsOf<{ id: string; first_id: string | null }>(result);
  const byId = new Map(untold.map(({ row }) => [row.id, row]));
  const taken = new Set<string>();
  return new Map(
    found.flatMap(({ id, first_id: first }) => {
      if (!first) return [];
      // Of several deployments of a run that are told at once one is the run's.
      const { source } = byId.get(id)!;
      const place = `${source} ${first}`;
      if (!isRun(byId.get(id)!) && taken.has(place)) return [];
      taken.add(place);
      return [[id, first] as const];
    }),
  );
}
