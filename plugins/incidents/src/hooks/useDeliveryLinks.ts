import { useMemo } from 'react';
import {
  deliveryChangeRouteRef,
  planRollbackRouteRef,
  rollbackRouteRef,
} from '../routes';
import { useInstalled } from './useInstalled';

/** Addresses of the delivery family's screens; each answers undefined where it is not installed. */
export interface DeliveryLinks {
  change(id: string): string | undefined;
  rollback(id: string): string | undefined;
  plan(of: {
    entityRef: string;
    /** Left out where it is not known: production. */
    environment?: string;
    incident: string;
  }): string | undefined;
}

export function useDeliveryLinks(): DeliveryLinks {
  const change = useInstalled(deliveryChangeRouteRef);
  const rollback = useInstalled(rollbackRouteRef);
  const plan = useInstalled(planRollbackRouteRef);
  return useMemo(
    () => ({
      change: id => change?.({ id }),
      rollback: id => rollback?.({ id }),
      plan: ({ entityRef, environment, incident }) => {
        const query = new URLSearchParams({ entityRef, incident });
        if (environment) query.set('environment', environment);
        return plan && `${plan()}?${query}`;
      },
    }),
    [change, rollback, plan],
  );
}
