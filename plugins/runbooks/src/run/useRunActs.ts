import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AnswerRequest,
  ControlRequest,
} from '@ghostlight/plugin-runbooks-common';
import { runbooksApiRef } from '../api';

/** What may be done with a run; each throws when it is refused. */
export interface RunActs {
  control(request: ControlRequest): Promise<void>;
  answer(request: AnswerRequest): Promise<void>;
  decide(approve: boolean, comment?: string): Promise<void>;
}

export function useRunActs(id: string, onChanged: () => void): RunActs {
  const client = useApi(runbooksApiRef);
  const params = { path: { id } };
  return {
    control: async body => {
      await client.request('post', '/v1/executions/{id}/controls', {
        params,
        body,
      });
      onChanged();
    },
    answer: async body => {
      await client.request('post', '/v1/executions/{id}/answers', {
        params,
        body,
      });
      onChanged();
    },
    decide: async (approve, comment) => {
      await client.request('post', '/v1/executions/{id}/decision', {
        params,
        body: { approve, comment: comment?.trim() || undefined },
      });
      onChanged();
    },
  };
}
