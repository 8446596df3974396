import type {
  BulkChange,
  Declaration,
  IncidentEdit,
  IncidentsClient,
  IncidentsPaths,
  StatusChange,
} from '@ghostlight/plugin-incidents-common';

type Query<Path extends keyof IncidentsPaths> = IncidentsPaths[Path] extends {
  get: { parameters: { query?: infer Q } };
}
  ? NonNullable<Q>
  : never;

/** The calls that tests make most, each answering with its body. */
export function callsOf(client: IncidentsClient) {
  const at = (incidentId: string) => ({ params: { path: { incidentId } } });
  return {
    declare: async (body: Partial<Declaration> = {}) =>
      bodyOf(
        await client.request('post', '/v1/incidents', {
          body: { title: 'Payments fail', severity: 'SEV2', ...body },
        }),
      ),
    list: async (query: Query<'/v1/incidents'> = {}) =>
      bodyOf(
        await client.request('get', '/v1/incidents', { params: { query } }),
      ),
    get: async (id: string) =>
      bodyOf(await client.request('get', '/v1/incidents/{incidentId}', at(id))),
    edit: async (id: string, body: IncidentEdit) =>
      bodyOf(
        await client.request('put', '/v1/incidents/{incidentId}', {
          ...at(id),
          body,
        }),
      ),
    remove: (id: string) =>
      client.request('delete', '/v1/incidents/{incidentId}', at(id)),
    status: async (id: string, body: StatusChange) =>
      bodyOf(
        await client.request('post', '/v1/incidents/{incidentId}/status', {
          ...at(id),
          body,
        }),
      ),
    acknowledge: async (id: string) =>
      bodyOf(
        await client.request(
          'post',
          '/v1/incidents/{incidentId}/acknowledge',
          at(id),
        ),
      ),
    merge: async (id: string, into: string) =>
      bodyOf(
        await client.request('post', '/v1/incidents/{incidentId}/merge', {
          ...at(id),
          body: { into },
        }),
      ),
    split: async (id: string, alertIds: string[]) =>
      bodyOf(
        await client.request('post', '/v1/incidents/{incidentId}/split', {
          ...at(id),
          body: { alertIds },
        }),
      ),
    bulk: async (body: BulkChange) =>
      bodyOf(await client.request('post', '/v1/incidents/bulk', { body })),
    timeline: async (
      id: string,
      query: Query<'/v1/incidents/{incidentId}/timeline'> = {},
    ) =>
      bodyOf(
        await client.request('get', '/v1/incidents/{incidentId}/timeline', {
          params: { path: { incidentId: id }, query },
        }),
      ),
    alerts: async (query: Query<'/v1/alerts'> = {}) =>
      bodyOf(await client.request('get', '/v1/alerts', { params: { query } })),
    alert: async (alertId: string) =>
      bodyOf(
        await client.request('get', '/v1/alerts/{alertId}', {
          params: { path: { alertId } },
        }),
      ),
  };
}

function bodyOf<T>({ data }: { data?: T }): T {
  if (data === undefined) throw new Error('An answer without a body');
  return data;
}
