import type { Objective, Status } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';

/** What a verdict is made from, but for the ledger. */
export interface JudgedObjective {
  id: number;
  objective: Objective;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  sampling: {
    sampledTo?: number;
    reason?: string;
    message?: string;
    failingSince?: number;
  };
  /** The verdict of last time. */
  last?: { status: Status; spark: string; sparkHour?: number };
}

/** Which objectives: some by id, or those of shards of so many. */
export type Selection =
  | { objectiveIds: number[] }
  | { shards: number[]; of: number };

const columns = [
  'o.id',
  'o.definition',
  'o.owner_ref',
  'o.system_ref',
  'o.domain_ref',
  's.sampled_to',
  's.reason',
  's.message',
  's.failing_since',
  'v.status',
  'v.spark',
  'v.spark_hour',
];

/** Current objectives of a selection after an id, by id. */
export async function readObjectives(
  database: Knex,
  selection: Selection,
  page: { after: number; limit: number },
): Promise<JudgedObjective[]> {
  const query = from(database)
    .where('o.id', '>', page.after)
    .orderBy('o.id')
    .limit(page.limit);
  if ('objectiveIds' in selection) {
    query.whereIn('o.id', selection.objectiveIds);
  } else {
    const { shards, of } = selection;
    query.whereRaw(`o.shard % ? in (${shards.map(() => '?').join(', ')})`, [
      of,
      ...shards,
    ]);
  }
  return (await query).map(read);
}

/** Current objectives by ref. */
export async function readObjectivesByRef(
  database: Knex,
  refs: string[],
): Promise<JudgedObjective[]> {
  const found: JudgedObjective[] = [];
  for (let at = 0; at < refs.length; at += 500) {
    const rows = await from(database).whereIn(
      'o.ref',
      refs.slice(at, at + 500),
    );
    found.push(...rows.map(read));
  }
  return found;
}

interface Row {
  id: number;
  definition: string;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  sampled_to: number | null;
  reason: string | null;
  message: string | null;
  failing_since: number | string | null;
  status: Status | null;
  spark: string | null;
  spark_hour: number | null;
}

function from(database: Knex): Knex.QueryBuilder<Row, Row[]> {
  return database('objectives as o')
    .leftJoin('sampling as s', 's.objective_id', 'o.id')
    .leftJoin('verdicts as v', 'v.objective_id', 'o.id')
    .whereNull('o.removed_at')
    .select(columns);
}

function read(row: Row): JudgedObjective {
  return {
    id: row.id,
    objective: JSON.parse(row.definition),
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    sampling: {
      sampledTo: row.sampled_to ?? undefined,
      reason: row.reason ?? undefined,
      message: row.message ?? undefined,
      failingSince:
        row.failing_since === null ? undefined : Number(row.failing_since),
    },
    last: row.status
      ? {
          status: row.status,
          spark: row.spark ?? '[]',
          sparkHour: row.spark_hour ?? undefined,
        }
      : undefined,
  };
}
