import type {
  Change,
  ChangePage,
  DeliveryPaths,
  Deployment,
  DeploymentPage,
  Lanes,
  Overview,
  SourceStatus,
} from '@ghostlight/plugin-delivery-common';
import type { LivePages, LiveQuery } from '@ghostlight/reliability-react';
import { useDeliveryPages, useDeliveryQuery } from './useDeliveryQuery';

type QueryOf<P extends keyof DeliveryPaths> = DeliveryPaths[P] extends {
  get: { parameters: { query?: infer Q } };
}
  ? NonNullable<Q>
  : never;

export type ChangeFilter = QueryOf<'/v1/changes'>;
export type DeploymentFilter = QueryOf<'/v1/deployments'>;
export type OverviewFilter = QueryOf<'/v1/overview'>;
export type OverviewRow = Overview['items'][number];

const PAGE = 100;
const byId = (row: { id: string }) => row.id;

/** What runs where, and what is going on. */
export function useLanes(entityRef: string): LiveQuery<Lanes> {
  return useDeliveryQuery({
    key: `lanes ${entityRef}`,
    load: (client, signal) =>
      client.request('get', '/v1/lanes', {
        params: { query: { entityRef } },
        signal,
      }),
  });
}

/** History of an entity, the latest first. */
export function useDeployments(
  filter: DeploymentFilter,
): LivePages<Deployment, DeploymentPage> {
  return useDeliveryPages<Deployment, DeploymentPage>({
    key: `deployments ${JSON.stringify(filter)}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/deployments', {
        params: { query: { limit: 20, ...filter, cursor } },
        signal,
      }),
  });
}

/** One deployment or rollback by its id. */
export function useDeployment(id: string): LiveQuery<Deployment> {
  return useDeliveryQuery({
    key: `deployment ${id}`,
    load: (client, signal) =>
      client.request('get', '/v1/deployments/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** One change of any kind by its id. */
export function useChange(id: string, enabled: boolean): LiveQuery<Change> {
  return useDeliveryQuery({
    key: `change ${id}`,
    enabled,
    load: (client, signal) =>
      client.request('get', '/v1/changes/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** Changes of the organisation, the latest first. */
export function useChanges(
  filter: ChangeFilter,
): LivePages<Change, ChangePage> {
  return useDeliveryPages<Change, ChangePage>({
    key: `changes ${JSON.stringify(filter)}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/changes', {
        params: { query: { limit: PAGE, ...filter, cursor } },
        signal,
      }),
  });
}

/** Entities and environments of the organisation, the worst first. */
export function useOverview(
  filter: OverviewFilter,
): LivePages<OverviewRow, Overview> {
  return useDeliveryPages<OverviewRow, Overview>({
    key: `overview ${JSON.stringify(filter)}`,
    rowKey: row => `${row.entityRef} ${row.environment}`,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/overview', {
        params: { query: { limit: PAGE, ...filter, cursor } },
        signal,
      }),
  });
}

/** Sources, adapters, drivers and metrics, and how they do. */
export function useSources(): LiveQuery<{ items: SourceStatus[] }> {
  return useDeliveryQuery({
    key: 'sources',
    load: (client, signal) => client.request('get', '/v1/sources', { signal }),
  });
}
