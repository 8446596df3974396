import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  createIncidentsClient,
  type Incident,
} from '@ghostlight/plugin-incidents-common';
import { dataOf, useLiveQuery } from '@ghostlight/reliability-react';
import { useMemo } from 'react';

/** So many are offered; an older one is asked for by its id. */
const MOST = 30;

/** Incidents that are over, the latest first: of these entities, of all where none is named. */
export function usePastIncidents(entityRefs: string[]) {
  const { fetch } = useApi(fetchApiRef);
  const client = useMemo(
    () => createIncidentsClient({ baseUrl: 'plugin://incidents', fetch }),
    [fetch],
  );
  return useLiveQuery<Incident[]>({
    key: `past incidents ${entityRefs.join()}`,
    load: async signal => {
      const { items } = await dataOf(
        client.request('get', '/v1/incidents', {
          params: {
            query: {
              status: ['resolved'],
              limit: MOST,
              ...(entityRefs.length && { entityRef: entityRefs.slice(0, 50) }),
            },
          },
          signal,
        }),
      );
      return items;
    },
  });
}
