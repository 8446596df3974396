import type { AlertPage } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readIncidentId } from '../service/ids';
import {
  likeOf,
  readCursor,
  readEntityRefs,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import type { Visibility } from '../service/Visibility';
import { describeAlert, type ShownAlertRow } from './describeAlert';
import { whereView, type ListAlertsRequest } from './views';
import { whereAlertVisible } from './whereAlertVisible';

/** One page of alerts, the latest first. */
export async function listAlerts(
  { db }: ServiceContext,
  request: ListAlertsRequest,
  visible: Visibility,
): Promise<AlertPage> {
  const { view = 'all', limit = 50 } = request;
  const after = readCursor('alerts', request.cursor);
  const query: Knex.QueryBuilder<ShownAlertRow, ShownAlertRow[]> = db('alerts')
    .select('alerts.*')
    .orderByRaw('received_at desc, id desc')
    .limit(limit + 1);
  whereView(query, view);
  whereAlertVisible(query, visible);
  whereFilter(query, request);
  // Row values, so that the index is entered where the last page ended.
  if (after)
    query.whereRaw('(received_at, id) < (?, ?)', [after.value, after.id]);
  const rows = await query;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(describeAlert),
    ...(last && {
      nextCursor: writeCursor('alerts', {
        value: Number(last.received_at),
        id: Number(last.id),
      }),
    }),
  };
}

function whereFilter(
  query: Knex.QueryBuilder,
  request: ListAlertsRequest,
): void {
  const { severity, adapter, incident, q } = request;
  const entityRef = readEntityRefs('entityRef', request.entityRef);
  const owner = readEntityRefs('owner', request.owner, 'group');
  if (entityRef?.length) query.whereIn('entity_ref', entityRef);
  if (owner?.length) query.whereIn('owner_ref', owner);
  if (severity?.length) query.whereIn('severity', severity);
  if (adapter?.length) query.whereIn('adapter', adapter);
  if (incident) query.where('incident_number', readIncidentId(incident));
  if (q) {
    const like = likeOf(q);
    query.where(found =>
      ['name', 'title', 'entity_ref'].forEach(column =>
        found.orWhereRaw(`lower(${column}) like ? escape '\\'`, [like]),
      ),
    );
  }
}
