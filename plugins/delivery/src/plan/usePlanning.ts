import { useApi } from '@backstage/frontend-plugin-api';
import type {
  PlanRequest,
  RollbackPlan,
} from '@ghostlight/plugin-delivery-common';
import {
  dataOf,
  useLiveQuery,
  type LiveQuery,
} from '@ghostlight/reliability-react';
import { deliveryApiRef } from '../api';

/** A plan is made when somebody asks for it, not every so often. */
const ONCE = 2_000_000_000;

/** Plans a rollback when the screen is opened, and again on `refresh`. */
export function usePlanning(request: PlanRequest): LiveQuery<RollbackPlan> {
  const client = useApi(deliveryApiRef);
  return useLiveQuery({
    key: `planning ${JSON.stringify(request)}`,
    pollEvery: ONCE,
    enabled: request.entityRef !== '',
    load: signal =>
      dataOf(
        client.request('post', '/v1/rollbacks/plan', { body: request, signal }),
      ),
  });
}
