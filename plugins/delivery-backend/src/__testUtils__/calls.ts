import type {
  DeliveryClient,
  DeliveryPaths,
  PlanRequest,
  RollbackDetail,
  RollbackRequest,
} from '@ghostlight/plugin-delivery-common';
import { eventually } from './eventually';

export const payments = 'component:default/payments';

type GateQuery = DeliveryPaths['/v1/gate']['get']['parameters']['query'];

/** The calls that tests make most, each answering with its body. */
export function callsOf(client: DeliveryClient) {
  const at = (id: string) => ({ params: { path: { id } } });
  const get = async (id: string) =>
    bodyOf(await client.request('get', '/v1/rollbacks/{id}', at(id)));
  return {
    plan: async (request: Partial<PlanRequest> = {}) =>
      bodyOf(
        await client.request('post', '/v1/rollbacks/plan', {
          body: { entityRef: payments, ...request },
        }),
      ),
    getPlan: async (id: string) =>
      bodyOf(await client.request('get', '/v1/rollbacks/plan/{id}', at(id))),
    apply: async (planId: string, request: Partial<RollbackRequest> = {}) =>
      bodyOf(
        await client.request('post', '/v1/rollbacks', {
          body: { planId, lane: 'fake', reason: 'It fails', ...request },
        }),
      ),
    get,
    list: async (
      query: DeliveryPaths['/v1/rollbacks']['get']['parameters']['query'] = {},
    ) =>
      bodyOf(
        await client.request('get', '/v1/rollbacks', { params: { query } }),
      ),
    journal: async (id: string) =>
      bodyOf(await client.request('get', '/v1/rollbacks/{id}/journal', at(id)))
        .items,
    decide: async (id: string, approve: boolean, comment?: string) =>
      bodyOf(
        await client.request('post', '/v1/rollbacks/{id}/decision', {
          ...at(id),
          body: { approve, comment },
        }),
      ),
    cancel: async (id: string, reason = 'Not now') =>
      bodyOf(
        await client.request('post', '/v1/rollbacks/{id}/cancel', {
          ...at(id),
          body: { reason },
        }),
      ),
    ledger: async () =>
      bodyOf(await client.request('get', '/v1/ledger/verification')),
    gate: async (query: Partial<GateQuery> = {}) =>
      bodyOf(
        await client.request('get', '/v1/gate', {
          params: { query: { entityRef: payments, ...query } },
        }),
      ),
    /** The rollback as soon as it is so. */
    until: (id: string, ...states: RollbackDetail['state'][]) =>
      eventually(
        () => get(id),
        ({ state }) => states.includes(state),
      ),
    /** The rollback once it is over. */
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
