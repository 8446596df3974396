import type { BurnAlert } from '@ghostlight/plugin-slo-common';
import { listAlerts } from '../database/listAlerts';
import type { AlertsRequest, CallOptions } from '../ObjectivesService';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';

/** Alerts after a sequence number, and the number to go on from. */
export async function listBurnAlerts(
  { db }: ServiceContext,
  request: AlertsRequest,
  { visible }: CallOptions,
): Promise<{ items: BurnAlert[]; last: number }> {
  const { entityRef, state, after = 0, limit = 100 } = request;
  const items = await listAlerts(db, {
    entityRef: entityRef && readEntityRef('entityRef', entityRef),
    state,
    after,
    limit,
    visible,
  });
  return { items, last: items[items.length - 1]?.sequence ?? after };
}
