import type { Knex } from 'knex';
import type { ColumnType } from '../DeploymentRow';
import type { EntityFinder } from '../Draft';
import { rowsOf, tableOf } from './sql';
import { upsertRows } from './upsertRows';

interface LaneRow {
  entity_ref: string;
  environment: string;
  owner_ref: string | null;
  system_ref: string | null;
  title: string | null;
  current_id: string | null;
  running_id: string | null;
  current_failed: boolean;
  changed_at: number;
}

const columns: Record<keyof LaneRow, ColumnType> = {
  entity_ref: 'text',
  environment: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  title: 'text',
  current_id: 'text',
  running_id: 'text',
  current_failed: 'boolean',
  changed_at: 'bigint',
};

const names: Record<string, ColumnType> = {
  entity_ref: 'text',
  environment: 'text',
};

const inLane = 'd.entity_ref = p.entity_ref and d.environment = p.environment';
const released = `${inLane} and d.kind in ('deployment', 'rollback') and d.same_as is null`;
const latest = 'order by d.started_at desc, d.id desc limit 1';
const isActive = `${inLane} and d.active_from is not null and d.active_until is null order by d.active_from desc, d.id desc limit 1`;

/**
 * Writes anew what runs in lanes, with a few look-ups in indexes for each, in one statement.
 *
 * @param lanes - JSON of entity and environment
 */
export async function updateLanes(
  trx: Knex.Transaction,
  lanes: ReadonlySet<string>,
  entities: EntityFinder,
): Promise<void> {
  if (!lanes.size) return;
  const wanted = [...lanes].map(lane => {
    const [entity_ref, environment]: [string, string] = JSON.parse(lane);
    return { entity_ref, environment };
  });
  const result = await trx.raw(
    `select p.entity_ref, p.environment,
       (select d.id from deployments d where ${isActive}) as current_id,
       (select d.failed from deployments d where ${isActive}) as current_failed,
       (select d.id from deployments d where ${released} and d.outcome = 'running' ${latest}) as running_id,
       (select d.started_at from deployments d where ${released} ${latest}) as changed_at
     from ${tableOf(trx, 'p', names)}`,
    [JSON.stringify(wanted)],
  );
  const found = rowsOf<LaneRow>(result);
  const full = found.filter(row => row.changed_at !== null);
  await upsertRows<LaneRow>(
    trx,
    'lanes',
    columns,
    full.map(row => {
      const belonging = entities.belongingOf(row.entity_ref);
      return {
        ...row,
        owner_ref: belonging?.ownerRef ?? null,
        system_ref: belonging?.systemRef ?? null,
        title: belonging?.title ?? null,
        current_failed: Boolean(row.current_failed),
        changed_at: Number(row.changed_at),
      };
    }),
    ['entity_ref', 'environment'],
  );
  const empty = found.filter(row => row.changed_at === null);
  if (!empty.length) return;
  await trx.raw(
    `delete from lanes where exists (select 1 from ${tableOf(
      trx,
      'p',
      names,
    )} where p.entity_ref = lanes.entity_ref and p.environment = lanes.environment)`,
    [JSON.stringify(empty)],
  );
}
