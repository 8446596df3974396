import type { IncidentsClient } from '@ghostlight/plugin-incidents-common';
import { createApiHooks, type ApiHooks } from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../api';

/** The channel on which the backend says that incidents or alerts have changed. */
export const INCIDENTS_CHANNEL = 'ghostlight:incidents';

const hooks: ApiHooks<IncidentsClient> = createApiHooks({
  apiRef: incidentsApiRef,
  channel: INCIDENTS_CHANNEL,
});

export const useIncidentsQuery = hooks.useApiQuery;
export const useIncidentsPages = hooks.useApiPages;
