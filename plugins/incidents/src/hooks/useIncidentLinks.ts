import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { rootRouteRef } from '../routes';

/** Where the pages are by default, for screens shown in an app that has switched them off. */
const STANDARD = '/incidents';

function useBase(): string {
  try {
    return useRouteRef(rootRouteRef)();
  } catch {
    return STANDARD;
  }
}

/** Addresses of the family's screens. */
export interface IncidentLinks {
  list: string;
  alerts: string;
  oncall: string;
  learning: string;
  recurring: string;
  triage: string;
  /** `part` is a section of the incident page, such as `postmortem`. */
  incident(id: string, part?: string): string;
  /** The Incidents tab of an entity page. */
  entityTab(entityRef: string): string;
}

export function useIncidentLinks(): IncidentLinks {
  const base = useBase().replace(/\/$/, '');
  const entityLink = useEntityRefLink();
  return useMemo(
    () => ({
      list: base,
      alerts: `${base}/alerts`,
      oncall: `${base}/on-call`,
      learning: `${base}/learning`,
      recurring: `${base}/recurring`,
      triage: `${base}/triage`,
      incident: (id, part) =>
        `${base}/${encodeURIComponent(id)}${part ? `?part=${part}` : ''}`,
      entityTab: ref => `${entityLink(ref)}/incidents`,
    }),
    [base, entityLink],
  );
}
