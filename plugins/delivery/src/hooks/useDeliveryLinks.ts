import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { incidentsRouteRef, rootRouteRef } from '../routes';

/** Where the pages are by default, for screens shown in an app that has switched them off. */
const STANDARD = '/delivery';

function useBase(): string {
  try {
    return useRouteRef(rootRouteRef)();
  } catch {
    return STANDARD;
  }
}

function useIncidentsBase(): string | undefined {
  try {
    return useRouteRef(incidentsRouteRef)?.();
  } catch {
    return undefined;
  }
}

/** What a rollback is planned of. */
export interface PlanAddress {
  entityRef: string;
  environment: string;
  /** Incident that asks for it. */
  incident?: string;
  /** Deployment to go back to. */
  to?: string;
}

/** Addresses of the family's screens. */
export interface DeliveryLinks {
  overview: string;
  changes: string;
  rollbacks: string;
  freezes: string;
  dora: string;
  sources: string;
  change(id: string): string;
  plan(address: PlanAddress): string;
  planById(id: string): string;
  rollback(id: string): string;
  /** The Delivery tab of an entity page. */
  entityTab(entityRef: string, environment?: string): string;
  /** Undefined where the incidents family is not installed. */
  incident(id: string): string | undefined;
}

export function useDeliveryLinks(): DeliveryLinks {
  const base = useBase().replace(/\/$/, '');
  const incidents = useIncidentsBase()?.replace(/\/$/, '');
  const entityLink = useEntityRefLink();
  return useMemo(() => {
    const one = (place: string) => (id: string) =>
      `${base}/${place}/${encodeURIComponent(id)}`;
    return {
      overview: base,
      changes: `${base}/changes`,
      rollbacks: `${base}/rollbacks`,
      freezes: `${base}/freezes`,
      dora: `${base}/dora`,
      sources: `${base}/sources`,
      change: one('changes'),
      planById: one('plans'),
      rollback: one('rollbacks'),
      plan: ({ entityRef, environment, incident, to }) => {
        const query = new URLSearchParams({ entityRef, environment });
        if (incident) query.set('incident', incident);
        if (to) query.set('to', to);
        return `${base}/rollback?${query}`;
      },
      entityTab: (ref, environment) =>
        `${entityLink(ref)}/delivery${
          environment ? `?environment=${encodeURIComponent(environment)}` : ''
        }`,
      incident: id =>
        incidents === undefined
          ? undefined
          : `${incidents}/${encodeURIComponent(id)}`,
    };
  }, [base, incidents, entityLink]);
}
