import { NotFoundError } from '@backstage/errors';
import type {
  AlertDetail,
  Suppression,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readSaid } from '../database/readSaid';
import type { AlertResource } from '../service/alertRules';
import type { ServiceContext } from '../service/ServiceContext';
import { isoOf, isoOrNot } from '../service/times';
import { describeAlert, type ShownAlertRow } from './describeAlert';

/** What is asked of whoever finds entities: what an alert could be of. */
export type FindCandidates = (alert: {
  adapter: string;
  name: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}) => NonNullable<AlertDetail['candidates']>;

/**
 * One alert with what the vendor sent last and every time it was suppressed, the latest first.
 *
 * @throws NotFoundError
 */
export async function readAlert(
  { db, findCandidates }: ServiceContext,
  id: number,
): Promise<AlertDetail> {
  const row = await getAlertRow(db, id);
  const [inbox, suppressions] = await Promise.all([
    row.last_inbox_id === null
      ? undefined
      : db('inbox')
          .where('id', row.last_inbox_id)
          .first<{ raw: string }>('raw'),
    db('suppressions')
      .where('alert_id', id)
      .orderBy('id', 'desc')
      .limit(100)
      .select<SuppressionRow[]>('*'),
  ]);
  const alert = describeAlert(row);
  const annotations = JSON.parse(row.annotations);
  return {
    ...alert,
    annotations,
    raw: inbox?.raw ?? '',
    suppressions: suppressions.map(describeSuppression),
    candidates: findCandidates({ ...alert, annotations }),
  };
}

async function getAlertRow(db: Knex, id: number): Promise<ShownAlertRow> {
  const row = await db<ShownAlertRow>('alerts').where({ id }).first();
  if (!row) throw new NotFoundError(`No alert '${id}'`);
  return row;
}

interface SuppressionRow {
  kind: Suppression['kind'];
  reason: string;
  said: string | null;
  cause: string | null;
  at: number | string;
  until: number | string | null;
  undone_at: number | string | null;
  undone_by: string | null;
  count: number;
}

function describeSuppression(row: SuppressionRow): Suppression {
  return {
    kind: row.kind,
    reason: row.reason,
    said: readSaid(row.said),
    causeRef: row.cause ?? undefined,
    at: isoOf(row.at),
    until: isoOrNot(row.until),
    count: row.count,
    undoneAt: isoOrNot(row.undone_at),
    undoneBy: row.undone_by ?? undefined,
  };
}

/** Whose alerts are, by id, for permission decisions. */
export async function locateAlerts(
  db: Knex,
  ids: number[],
): Promise<Map<number, AlertResource>> {
  const rows: {
    id: number | string;
    entity_ref: string | null;
    owner_ref: string | null;
  }[] = await db('alerts')
    .whereIn('id', ids)
    .select('id', 'entity_ref', 'owner_ref');
  return new Map(
    rows.map(row => [
      Number(row.id),
      {
        id: String(row.id),
        ...(row.entity_ref && { entityRef: row.entity_ref }),
        ...(row.owner_ref && { ownerRef: row.owner_ref }),
      },
    ]),
  );
}
