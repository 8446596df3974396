import type {
  AdapterStatus,
  Alert,
  AlertCounts,
  AlertPage,
  Mapping,
  QuarantinePage,
  Silence,
  SuppressionCause,
} from '@ghostlight/plugin-incidents-common';
import type { LivePages, LiveQuery } from '@ghostlight/reliability-react';
import { useIncidentsPages, useIncidentsQuery } from '../hooks';
import type { AlertView, InboxUrl } from './inboxUrl';

const PAGE = 100;
const byId = (row: { id: string }) => row.id;

export type Quarantined = QuarantinePage['items'][number];

/** How much each part of the inbox holds. */
export function useCounts(): LiveQuery<AlertCounts> {
  return useIncidentsQuery({
    key: 'alert counts',
    load: (client, signal) =>
      client.request('get', '/v1/alerts/counts', { signal }),
  });
}

/** The alerts of a view under the filters of the address, read as the reader gets there. */
export function useInboxAlerts(
  view: AlertView,
  { severity, adapter, entity, q }: InboxUrl,
): LivePages<Alert, AlertPage> {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  const filter = {
    view,
    severity: some(severity),
    adapter: some(adapter),
    entityRef: some(entity),
    q: q || undefined,
  };
  return useIncidentsPages<Alert, AlertPage>({
    key: `inbox ${JSON.stringify(filter)}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/alerts', {
        params: { query: { ...filter, limit: PAGE, cursor } },
        signal,
      }),
  });
}

export function useQuarantine(): LivePages<Quarantined, QuarantinePage> {
  return useIncidentsPages<Quarantined, QuarantinePage>({
    key: 'quarantine',
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/quarantine', {
        params: { query: { limit: 50, cursor } },
        signal,
      }),
  });
}

/** What keeps firing alerts quiet, that with the most alerts first. */
export function useSuppressionCauses(): LiveQuery<{
  items: SuppressionCause[];
}> {
  return useIncidentsQuery({
    key: 'suppression causes',
    load: (client, signal) =>
      client.request('get', '/v1/suppressions', { signal }),
  });
}

/** Silences that are not over. */
export function useSilences(): LiveQuery<{ items: Silence[] }> {
  return useIncidentsQuery({
    key: 'silences',
    load: (client, signal) =>
      client.request('get', '/v1/silences', {
        params: { query: { active: true } },
        signal,
      }),
  });
}

/** Which labels mean which entity; read when `enabled`. */
export function useMappings(enabled: boolean): LiveQuery<{ items: Mapping[] }> {
  return useIncidentsQuery({
    key: 'mappings',
    enabled,
    load: (client, signal) => client.request('get', '/v1/mappings', { signal }),
  });
}

/** What can be sent to, and what came in through each lately. */
export function useSenders(): LiveQuery<{ items: AdapterStatus[] }> {
  return useIncidentsQuery({
    key: 'adapters',
    slowly: true,
    load: (client, signal) => client.request('get', '/v1/adapters', { signal }),
  });
}
