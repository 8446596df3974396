import type {
  EpochSeconds,
  Minute,
  Objective,
} from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { insertTuples, plainText } from '../../ledger/database/tuples';

/** An objective to sample, and how far it is. */
export interface SampledObjective {
  id: number;
  shard: number;
  objective: Objective;
  definitionHash: string;
  state: SamplingState;
}

/** A row of `sampling`. */
export interface SamplingState {
  /** Hash of the definition it was measured by. */
  definitionHash?: string;
  /** First minute not yet asked for. */
  sampledTo?: Minute;
  reason?: string;
  message?: string;
  failingSince?: EpochSeconds;
}

/** The current objectives of shards, by id. */
export async function readSampledObjectives(
  database: Knex,
  shards: number[],
  of: number,
): Promise<SampledObjective[]> {
  if (!shards.length) return [];
  const found: SampledObjective[] = [];
  let after = 0;
  for (;;) {
    const rows = await database('objectives as o')
      .leftJoin('sampling as s', 's.objective_id', 'o.id')
      .whereNull('o.removed_at')
      .whereRaw(`o.shard % ? in (${shards.map(() => '?').join(', ')})`, [
        of,
        ...shards,
      ])
      .where('o.id', '>', after)
      .orderBy('o.id')
      .limit(1000)
      .select(
        'o.id',
        'o.shard',
        'o.definition',
        'o.definition_hash',
        's.definition_hash as sampled_hash',
        's.sampled_to',
        's.reason',
        's.message',
        's.failing_since',
      );
    if (!rows.length) return found;
    after = rows[rows.length - 1].id;
    for (const row of rows) {
      found.push({
        id: row.id,
        shard: row.shard % of,
        objective: JSON.parse(row.definition),
        definitionHash: row.definition_hash,
        state: {
          definitionHash: row.sampled_hash ?? undefined,
          sampledTo: row.sampled_to ?? undefined,
          reason: row.reason ?? undefined,
          message: row.message ?? undefined,
          failingSince:
            row.failing_since === null ? undefined : Number(row.failing_since),
        },
      });
    }
  }
}

const columns = {
  objective_id: 'int',
  definition_hash: 'text',
  sampled_to: 'int',
  reason: 'text',
  message: 'text',
  failing_since: 'bigint',
} as const;

/** Writes how far objectives are. */
export async function writeSamplingStates(
  trx: Knex.Transaction,
  rows: { id: number; state: SamplingState }[],
): Promise<void> {
  await insertTuples(
    trx,
    'sampling',
    columns,
    rows.map(({ id, state }) => [
      id,
      state.definitionHash ?? null,
      state.sampledTo ?? null,
      state.reason ?? null,
      state.message === undefined ? null : plainText(state.message, 500),
      state.failingSince ?? null,
    ]),
    { key: ['objective_id'] },
  );
}

/** Objectives whose definition has changed measure something else: they begin anew. */
export async function resetSampling(
  trx: Knex.Transaction,
  ids: number[],
): Promise<void> {
  await trx('sampling').whereIn('objective_id', ids).update({
    sampled_to: null,
    hours_to: null,
    days_to: null,
    reason: null,
    message: null,
    failing_since: null,
  });
}
