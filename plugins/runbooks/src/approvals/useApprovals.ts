import type {
  ApprovalItem,
  ApprovalPage,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import type { LivePages } from '@ghostlight/reliability-react';
import { useRunbooksPages } from '../hooks';

export type ApprovalFilter = NonNullable<
  RunbooksPaths['/v1/approvals']['get']['parameters']['query']
>;

/** What waits for a decision, those that run out first, first. */
export function useApprovals(
  filter: ApprovalFilter,
): LivePages<ApprovalItem, ApprovalPage> {
  return useRunbooksPages<ApprovalItem, ApprovalPage>({
    key: `approvals ${JSON.stringify(filter)}`,
    rowKey: row => `${row.kind} ${row.id}`,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/approvals', {
        params: { query: { limit: 50, ...filter, cursor } },
        signal,
      }),
  });
}
