import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RollbackDetail,
  RollbackPlan,
} from '@ghostlight/plugin-delivery-common';
import { dataOf } from '@ghostlight/reliability-react';
import { deliveryApiRef } from '../api';

/** Asks for what a plan says. The same plan asked for twice is one rollback. */
export function useRequest(
  plan: RollbackPlan,
  incident: string | undefined,
): (asked: {
  lane: string;
  reason: string;
  dryRun: boolean;
}) => Promise<RollbackDetail> {
  const client = useApi(deliveryApiRef);
  return ({ lane, reason, dryRun }) =>
    dataOf(
      client.request('post', '/v1/rollbacks', {
        body: {
          planId: plan.id,
          lane,
          reason: reason.trim(),
          incidentId: incident,
          dryRun,
        },
      }),
    );
}
