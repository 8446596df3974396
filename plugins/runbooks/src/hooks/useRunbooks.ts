import type {
  ActionInfo,
  ApprovalPage,
  Runbook,
  RunbookDetail,
  RunbookPage,
  RunbooksPaths,
  Suggestion,
} from '@ghostlight/plugin-runbooks-common';
import type { LivePages, LiveQuery } from '@ghostlight/reliability-react';
import { useRunbooksPages, useRunbooksQuery } from './useRunbooksQuery';

type QueryOf<P extends keyof RunbooksPaths> = RunbooksPaths[P] extends {
  get: { parameters: { query?: infer Q } };
}
  ? NonNullable<Q>
  : never;

export type RunbookFilter = QueryOf<'/v1/runbooks'>;
export type SuggestionFilter = QueryOf<'/v1/suggestions'>;

/** Runbooks by title; with `entityRef` those that are for it, with why. */
export function useRunbooks(
  filter: RunbookFilter,
): LivePages<Runbook, RunbookPage> {
  return useRunbooksPages<Runbook, RunbookPage>({
    key: `runbooks ${JSON.stringify(filter)}`,
    rowKey: row => row.ref,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/runbooks', {
        params: { query: { limit: 50, ...filter, cursor } },
        signal,
      }),
  });
}

/** One runbook with all that it says. */
export function useRunbook(ref: string): LiveQuery<RunbookDetail> {
  return useRunbooksQuery({
    key: `runbook ${ref}`,
    load: (client, signal) =>
      client.request('get', '/v1/runbooks/{ref}', {
        params: { path: { ref } },
        signal,
      }),
  });
}

/** What may help here, the best first, with why. */
export function useSuggestions(
  filter: SuggestionFilter,
): LiveQuery<{ items: Suggestion[] }> {
  return useRunbooksQuery({
    key: `suggestions ${JSON.stringify(filter)}`,
    load: (client, signal) =>
      client.request('get', '/v1/suggestions', {
        params: { query: filter },
        signal,
      }),
  });
}

/** Actions that are installed. */
export function useActions(): LiveQuery<{ items: ActionInfo[] }> {
  return useRunbooksQuery({
    key: 'actions',
    slowly: true,
    load: (client, signal) => client.request('get', '/v1/actions', { signal }),
  });
}

/** What of an entity waits for somebody to agree; one page, for its count. */
export function useWaiting(entityRef: string): LiveQuery<ApprovalPage> {
  return useRunbooksQuery({
    key: `waiting ${entityRef}`,
    load: (client, signal) =>
      client.request('get', '/v1/approvals', {
        params: { query: { entityRef: [entityRef], limit: 50 } },
        signal,
      }),
  });
}
