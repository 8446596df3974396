import { useApi } from '@backstage/frontend-plugin-api';
import { runbooksApiRef } from '../api';

/** What somebody may agree to. */
export type Decidable =
  | { kind: 'attempt'; id: string }
  | { kind: 'execution'; id: string }
  | { kind: 'step'; executionId: string; stepId: string };

/** Approves or rejects; throws when it is refused. */
export function useDecide(
  item: Decidable,
  onChanged: () => void,
): (approve: boolean, comment: string) => Promise<void> {
  const client = useApi(runbooksApiRef);
  return async (approve, text) => {
    const comment = text.trim() || undefined;
    if (item.kind === 'attempt') {
      await client.request('post', '/v1/attempts/{id}/decision', {
        params: { path: { id: item.id } },
        body: { approve, comment },
      });
    } else if (item.kind === 'execution') {
      await client.request('post', '/v1/executions/{id}/decision', {
        params: { path: { id: item.id } },
        body: { approve, comment },
      });
    } else {
      await client.request('post', '/v1/executions/{id}/answers', {
        params: { path: { id: item.executionId } },
        body: { stepId: item.stepId, approve, notes: comment },
      });
    }
    onChanged();
  };
}
