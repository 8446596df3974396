import {
  RUNBOOKS_SIGNAL_CHANNEL,
  type RunbooksClient,
} from '@ghostlight/plugin-runbooks-common';
import { createApiHooks, type ApiHooks } from '@ghostlight/reliability-react';
import { runbooksApiRef } from '../api';

const hooks: ApiHooks<RunbooksClient> = createApiHooks({
  apiRef: runbooksApiRef,
  channel: RUNBOOKS_SIGNAL_CHANNEL,
});

export const useRunbooksQuery = hooks.useApiQuery;
export const useRunbooksPages = hooks.useApiPages;
