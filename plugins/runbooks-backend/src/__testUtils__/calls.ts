import type {
  AnswerRequest,
  ControlRequest,
  ExecutionDetail,
  ExecutionRequest,
  RunbooksClient,
} from '@ghostlight/plugin-runbooks-common';
import { eventually } from './eventually';

/** The calls that tests make most, each answering with its body. */
export function callsOf(client: RunbooksClient) {
  const at = (id: string) => ({ params: { path: { id } } });
  const get = async (id: string) =>
    bodyOf(await client.request('get', '/v1/executions/{id}', at(id)));
  return {
    plan: async (body: ExecutionRequest) =>
      bodyOf(await client.request('post', '/v1/executions/plan', { body })),
    start: async (body: ExecutionRequest) =>
      bodyOf(await client.request('post', '/v1/executions', { body })),
    get,
    journal: async (id: string) =>
      bodyOf(await client.request('get', '/v1/executions/{id}/journal', at(id)))
        .items,
    answer: async (id: string, body: AnswerRequest) =>
      bodyOf(
        await client.request('post', '/v1/executions/{id}/answers', {
          ...at(id),
          body,
        }),
      ),
    control: async (id: string, body: ControlRequest) =>
      bodyOf(
        await client.request('post', '/v1/executions/{id}/controls', {
          ...at(id),
          body,
        }),
      ),
    decide: async (id: string, approve: boolean, comment?: string) =>
      bodyOf(
        await client.request('post', '/v1/executions/{id}/decision', {
          ...at(id),
          body: { approve, comment },
        }),
      ),
    /** The run as soon as it is so. */
    until: (id: string, ...states: ExecutionDetail['state'][]) =>
      eventually(
        () => get(id),
        ({ state }) => states.includes(state),
      ),
    /** The run once it is over. */
    ended: (id: string) =>
      eventually(
        () => get(id),
        ({ finishedAt }) => finishedAt !== undefined,
      ),
  };
}

export function bodyOf<T>({ data }: { data?: T }): T {
  if (data === undefined) throw new Error('An answer without a body');
  return data;
}
