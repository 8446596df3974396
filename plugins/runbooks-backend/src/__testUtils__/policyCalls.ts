import type {
  AttemptState,
  ProposalRequest,
  RunbooksClient,
} from '@ghostlight/plugin-runbooks-common';
import { bodyOf } from './calls';
import { eventually } from './eventually';

/** The calls about remediation that tests make most, each answering with its body. */
export function policyCallsOf(client: RunbooksClient) {
  const at = (id: string) => ({ params: { path: { id } } });
  const attempt = async (id: string) =>
    bodyOf(await client.request('get', '/v1/attempts/{id}', at(id)));
  return {
    attempt,
    attempts: async () =>
      bodyOf(await client.request('get', '/v1/attempts')).items,
    policies: async () =>
      bodyOf(await client.request('get', '/v1/policies')).items,
    approvals: async () => bodyOf(await client.request('get', '/v1/approvals')),
    switches: async () =>
      bodyOf(await client.request('get', '/v1/switches')).items,
    decide: async (id: string, approve: boolean) =>
      bodyOf(
        await client.request('post', '/v1/attempts/{id}/decision', {
          ...at(id),
          body: { approve },
        }),
      ),
    propose: async (body: ProposalRequest) =>
      bodyOf(await client.request('post', '/v1/proposals', { body })),
    turn: async (scope: string, on: boolean) =>
      bodyOf(
        await client.request('put', '/v1/switches', {
          body: { scope, on, reason: 'For a test' },
        }),
      ),
    /** The attempt as soon as it is so. */
    until: (id: string, ...states: AttemptState[]) =>
      eventually(
        () => attempt(id).catch(() => undefined),
        found => found !== undefined && states.includes(found.state),
      ).then(found => found!),
  };
}
