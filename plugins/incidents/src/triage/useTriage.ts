import type {
  IncidentCluster,
  Triage,
  TriageRun,
  TriageSettings,
  TriageSpend,
} from '@ghostlight/plugin-incidents-common';
import type { LiveQuery } from '@ghostlight/reliability-react';
import { useIncidentsQuery } from '../hooks';

/** Milliseconds between looks at an analysis that somebody else has under way. */
const MOVING = 4000;

/** Why an incident happened. What it rests on is asked of many places, so it is looked at slowly. */
export function useTriage(id: string): LiveQuery<Triage> {
  return useIncidentsQuery({
    key: `triage ${id}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/incidents/{incidentId}/triage', {
        params: { path: { incidentId: id } },
        signal,
      }),
  });
}

/** One analysis with the evidence that it cites; read when `id` is known. */
export function useRun(
  id: string | undefined,
  isMoving: boolean,
): LiveQuery<TriageRun> {
  return useIncidentsQuery({
    key: `triage run ${id}`,
    enabled: id !== undefined,
    ...(isMoving ? { pollEvery: MOVING } : { slowly: true }),
    load: (client, signal) =>
      client.request('get', '/v1/triage-runs/{runId}', {
        params: { path: { runId: id ?? '' } },
        signal,
      }),
  });
}

/** Analyses of an incident, the latest first, without their evidence. */
export function useRuns(
  id: string,
  latest: string | undefined,
): LiveQuery<{ items: TriageRun[] }> {
  return useIncidentsQuery({
    key: `triage runs ${id} ${latest}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/incidents/{incidentId}/triage/runs', {
        params: { path: { incidentId: id } },
        signal,
      }),
  });
}

/** Incidents that recur, the largest group first. */
export function useClusters(
  days: number,
): LiveQuery<{ items: IncidentCluster[] }> {
  return useIncidentsQuery({
    key: `clusters ${days}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/incident-clusters', {
        params: { query: { days } },
        signal,
      }),
  });
}

/** Whether and with what models triage works here. */
export function useTriageSettings(): LiveQuery<TriageSettings> {
  return useIncidentsQuery({
    key: 'triage settings',
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/triage/settings', { signal }),
  });
}

/** What models cost and what came of it. */
export function useTriageSpend(days: number): LiveQuery<TriageSpend> {
  return useIncidentsQuery({
    key: `triage spend ${days}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/triage/spend', {
        params: { query: { days } },
        signal,
      }),
  });
}
