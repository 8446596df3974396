import type { IncidentMetrics } from '@ghostlight/plugin-incidents-common';
import type { LiveQuery } from '@ghostlight/reliability-react';
import { useIncidentsQuery } from '../hooks';
import type { Scope } from './learningUrl';

/** What incidents of a scope took, each measure with what it was in the span before. */
export function useMetrics(scope: Scope): LiveQuery<IncidentMetrics> {
  return useIncidentsQuery({
    key: `metrics ${JSON.stringify(scope)}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/metrics', {
        params: { query: scope },
        signal,
      }),
  });
}
