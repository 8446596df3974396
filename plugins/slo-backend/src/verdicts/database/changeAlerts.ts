import type { BurnAlert } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../ledger/database/tuples';

/** An alert that is firing. */
export interface OpenAlert {
  id: string;
  objectiveId: number;
  pair: string;
  startedAt: number;
  alert: BurnAlert;
}

/** What is to become of alerts. */
export interface AlertChanges {
  /** Firing now; ignored where the pair has an open alert already. */
  opened: { objectiveId: number; alert: Omit<BurnAlert, 'sequence'> }[];
  resolved: { id: string; resolvedAt: number }[];
}

/** The open alerts of objectives. */
export async function readOpenAlerts(
  database: Knex,
  objectiveIds: number[],
): Promise<OpenAlert[]> {
  return (
    await database('alerts')
      .where({ state: 'firing' })
      .whereIn('objective_id', objectiveIds)
      .select('id', 'objective_id', 'pair', 'started_at', 'body')
  ).map(readAlert);
}

/** The open alerts of objectives that are gone. */
export async function readOrphanedAlerts(database: Knex): Promise<OpenAlert[]> {
  return (
    await database('alerts')
      .where({ state: 'firing' })
      .whereIn(
        'objective_id',
        database('objectives').whereNotNull('removed_at').select('id'),
      )
      .select('id', 'objective_id', 'pair', 'started_at', 'body')
  ).map(readAlert);
}

/**
 * Opens and resolves alerts, each change with the next sequence number. Changes are made one
 * transaction after the other, so that a reader who has seen a number has seen all before it.
 *
 * @returns the alerts that changed, by sequence
 */
export async function changeAlerts(
  database: Knex,
  changes: AlertChanges,
): Promise<BurnAlert[]> {
  if (!changes.opened.length && !changes.resolved.length) return [];
  return database.transaction(async trx => {
    if (isPostgres(trx)) {
      await trx.raw('lock table alerts in share row exclusive mode');
    } else {
      // Makes this transaction the one writer before it reads.
      await trx('alerts').where({ id: '' }).delete();
    }
    const changed: BurnAlert[] = [];
    const [{ last }] = await trx('alerts').max({ last: 'sequence' });
    let sequence = Number(last ?? 0);
    for (const { id, resolvedAt } of changes.resolved) {
      const row = await trx('alerts').where({ id, state: 'firing' }).first();
      // Somebody else resolved it meanwhile.
      if (!row) continue;
      sequence++;
      const alert: BurnAlert = {
        ...JSON.parse(row.body),
        sequence,
        state: 'resolved',
        resolvedAt,
      };
      await trx('alerts')
        .where({ id })
        .update({
          sequence,
          state: 'resolved',
          resolved_at: resolvedAt,
          body: JSON.stringify(alert),
        });
      changed.push(alert);
    }
    for (const { objectiveId, alert } of changes.opened) {
      const known = await trx('alerts')
        .where({
          objective_id: objectiveId,
          pair: alert.pair,
          state: 'firing',
        })
        .first('id');
      if (known) continue;
      sequence++;
      const opened: BurnAlert = { ...alert, sequence };
      await trx('alerts').insert({
        id: opened.id,
        sequence,
        objective_id: objectiveId,
        entity_ref: opened.entityRef,
        pair: opened.pair,
        state: opened.state,
        started_at: opened.startedAt,
        resolved_at: null,
        body: JSON.stringify(opened),
      });
      changed.push(opened);
    }
    return changed;
  });
}

function readAlert(row: {
  id: string;
  objective_id: number;
  pair: string;
  started_at: number | string;
  body: string;
}): OpenAlert {
  return {
    id: row.id,
    objectiveId: row.objective_id,
    pair: row.pair,
    startedAt: Number(row.started_at),
    alert: JSON.parse(row.body),
  };
}
