import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { incidentsRouteRef, rootRouteRef } from '../routes';
import { segmentOf } from './refs';

/** Where the pages are by default, for screens shown in an app that has switched them off. */
const STANDARD = '/runbooks';

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

/** What a run is planned for. */
export interface PlanAddress {
  entityRef?: string;
  environment?: string;
  /** Incident that asks for it. */
  incident?: string;
}

/** Addresses of the family's screens. */
export interface RunbooksLinks {
  runbooks: string;
  runs: string;
  remediation: string;
  approvals: string;
  experiments: string;
  actions: string;
  runbook(ref: string): string;
  /** Where a runbook is planned and run. */
  plan(ref: string, address?: PlanAddress): string;
  run(id: string): string;
  policy(ref: string): string;
  attempt(id: string): string;
  experiment(ref: string): string;
  /** The Runbooks tab of an entity page. */
  entityTab(entityRef: string): string;
  /** Undefined where the incidents family is not installed. */
  incident(id: string): string | undefined;
}

export function useRunbooksLinks(): RunbooksLinks {
  const base = useBase().replace(/\/$/, '');
  const incidents = useIncidentsBase()?.replace(/\/$/, '');
  const entityLink = useEntityRefLink();
  return useMemo(() => {
    const one = (place: string) => (id: string) =>
      `${base}/${place}/${encodeURIComponent(id)}`;
    return {
      runbooks: base,
      runs: `${base}/runs`,
      remediation: `${base}/remediation`,
      approvals: `${base}/approvals`,
      experiments: `${base}/experiments`,
      actions: `${base}/actions`,
      runbook: ref => `${base}/${segmentOf(ref)}`,
      plan: (ref, { entityRef, environment, incident } = {}) => {
        const query = new URLSearchParams();
        if (entityRef) query.set('entity', entityRef);
        if (environment) query.set('environment', environment);
        if (incident) query.set('incident', incident);
        const text = query.toString();
        return `${base}/${segmentOf(ref)}/run${text && `?${text}`}`;
      },
      run: one('runs'),
      policy: ref => `${base}/remediation/policies/${segmentOf(ref)}`,
      attempt: one('remediation/attempts'),
      experiment: ref => `${base}/experiments/${segmentOf(ref)}`,
      entityTab: ref => `${entityLink(ref)}/runbooks`,
      incident: id =>
        incidents === undefined
          ? undefined
          : `${incidents}/${encodeURIComponent(id)}`,
    };
  }, [base, incidents, entityLink]);
}
