import type {
  IncidentsSummary,
  Oncall,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import {
  describeAlert,
  whereAlertVisible,
  type ShownAlertRow,
} from '../alerts';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { isoOf } from '../service/times';
import type { Visibility } from '../service/Visibility';
import { whereOpen } from './countOpen';
import { describeIncidents } from './describeIncidents';
import type { IncidentRow } from './IncidentRow';
import { whereIncidentVisible } from './whereIncidentVisible';

export interface SummaryRequest {
  entityRef?: string;
  /** Which incidents and alerts the caller may see. */
  visible: { incidents: Visibility; alerts: Visibility };
}

/** What is wrong with an entity, or with everything, and who is on call for it. */
export async function summarize(
  { db, graph, now }: ServiceContext,
  request: SummaryRequest,
  oncallOf: (entityRef: string) => Promise<Oncall>,
): Promise<IncidentsSummary> {
  const entityRef =
    request.entityRef && readEntityRef('entityRef', request.entityRef);
  const { incidents, alerts } = request.visible;
  const open = (): Knex.QueryBuilder => {
    const query = db('incidents');
    whereOpen(query);
    whereIncidentVisible(query, incidents);
    if (entityRef)
      query.whereIn('incidents.number', numbers =>
        numbers
          .select('incident_number')
          .from('incident_entities')
          .where('entity_ref', entityRef),
      );
    return query;
  };
  const seen = (): Knex.QueryBuilder => {
    const query = db('alerts');
    whereAlertVisible(query, alerts);
    if (entityRef) query.where('entity_ref', entityRef);
    return query;
  };
  const [counted, worst, firing, [lastAlert], oncall] = await Promise.all([
    open().count<Counted[]>('* as n'),
    open()
      .select<IncidentRow[]>('incidents.*')
      .orderByRaw('severity asc, number desc')
      .limit(5),
    seen()
      .whereRaw(`alerts.status = 'firing' and alerts.suppressed_kind is null`)
      .count<Counted[]>('* as n'),
    seen()
      .select<ShownAlertRow[]>('alerts.*')
      .orderByRaw('received_at desc, id desc')
      .limit(1),
    entityRef ? oncallOf(entityRef) : undefined,
  ]);
  return {
    asOf: isoOf(now()),
    open: Number(counted[0].n),
    incidents: await describeIncidents(db, graph, worst),
    ...(oncall && { oncall }),
    ...(lastAlert && { lastAlert: describeAlert(lastAlert) }),
    firing: Number(firing[0].n),
  };
}

interface Counted {
  n: number | string;
}
