import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import {
  insertTuples,
  plainText,
  type Tuple,
} from '../../ledger/database/tuples';

/** A verdict to keep. */
export interface VerdictRow {
  objectiveId: number;
  status: ObjectiveStatus;
  /** Hours since the epoch at which its sparkline was computed. */
  sparkHour: number | null;
}

/** Sort keys where there is no number: unknown budgets last, unknown burn rates lowest. */
const unknownBudget = 9e9;
const unknownBurn = -1;

const chunk = 200;

const columns = {
  objective_id: 'int',
  ref: 'text',
  entity_ref: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  domain_ref: 'text',
  title: 'text',
  status: 'text',
  budget_left: 'float8',
  burn: 'float8',
  burn_6h: 'float8',
  burn_1d: 'float8',
  search: 'text',
  as_of: 'bigint',
  body: 'text',
  spark: 'text',
  spark_hour: 'int',
} as const;

/** Inserts or replaces verdicts. */
export async function writeVerdicts(
  database: Knex,
  verdicts: VerdictRow[],
): Promise<void> {
  for (let at = 0; at < verdicts.length; at += chunk) {
    await insertTuples(
      database,
      'verdicts',
      columns,
      verdicts.slice(at, at + chunk).map(valuesOf),
      { key: ['objective_id'] },
    );
  }
}

/** Forgets verdicts of objectives that are gone. */
export async function deleteVerdictsOfRemoved(database: Knex): Promise<void> {
  await database('verdicts')
    .whereIn(
      'objective_id',
      database('objectives').whereNotNull('removed_at').select('id'),
    )
    .delete();
}

function valuesOf({ objectiveId, status, sparkHour }: VerdictRow): Tuple {
  const burnOver = (seconds: number) =>
    status.burn.find(burn => burn.seconds === seconds)?.rate ?? unknownBurn;
  return [
    objectiveId,
    status.ref,
    status.entityRef,
    status.ownerRef ?? null,
    status.systemRef ?? null,
    status.domainRef ?? null,
    plainText(status.title, 250),
    status.status,
    status.budget.leftRatio ?? unknownBudget,
    burnOver(3_600),
    burnOver(21_600),
    burnOver(86_400),
    plainText(
      `${status.title} ${status.ref} ${status.entityRef}`.toLowerCase(),
      250,
    ),
    status.asOf,
    JSON.stringify(status),
    JSON.stringify(status.spark),
    sparkHour,
  ];
}
