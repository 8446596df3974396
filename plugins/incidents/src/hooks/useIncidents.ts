import type {
  Alert,
  AlertDetail,
  AlertPage,
  Change,
  Finding,
  FindingCounts,
  Graph,
  Incident,
  IncidentDetail,
  IncidentPage,
  IncidentsPaths,
  IncidentsSummary,
  Oncall,
  Postmortem,
  RelatedIncident,
  Responder,
  TimelineEntry,
  TimelineKind,
  TimelinePage,
} from '@ghostlight/plugin-incidents-common';
import type { LivePages, LiveQuery } from '@ghostlight/reliability-react';
import { useIncidentsPages, useIncidentsQuery } from './useIncidentsQuery';

/** Whose incidents; the parts combine with AND. */
export type IncidentFilter = NonNullable<
  IncidentsPaths['/v1/incidents']['get']['parameters']['query']
>;

/** What drafts of postmortems are written in. */
export type PostmortemLanguage = 'en' | 'es';

const PAGE = 100;
export interface FindingPage {
  items: Finding[];
  counts?: FindingCounts;
  nextCursor?: string;
}

const byId = (row: { id: string }) => row.id;

/** Incidents under filters, read as the reader gets there. */
export function useIncidentPages(
  filter: IncidentFilter,
): LivePages<Incident, IncidentPage> {
  return useIncidentsPages<Incident, IncidentPage>({
    key: `incidents ${JSON.stringify(filter)}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/incidents', {
        params: { query: { limit: PAGE, ...filter, cursor } },
        signal,
      }),
  });
}

/** What an entity's card says; without an entity, of all that the reader may see. */
export function useSummary(entityRef?: string): LiveQuery<IncidentsSummary> {
  return useIncidentsQuery({
    key: `summary ${entityRef ?? ''}`,
    load: (client, signal) =>
      client.request('get', '/v1/summary', {
        params: { query: { entityRef } },
        signal,
      }),
  });
}

export function useIncident(id: string): LiveQuery<IncidentDetail> {
  return useIncidentsQuery({
    key: `incident ${id}`,
    load: (client, signal) =>
      client.request('get', '/v1/incidents/{incidentId}', {
        params: { path: { incidentId: id } },
        signal,
      }),
  });
}

/** The record of an incident, the latest first; of some kinds, or of all when none is given. */
export function useTimeline(
  id: string,
  kinds: readonly TimelineKind[],
): LivePages<TimelineEntry, TimelinePage> {
  return useIncidentsPages<TimelineEntry, TimelinePage>({
    key: `timeline ${id} ${kinds.join()}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/incidents/{incidentId}/timeline', {
        params: {
          path: { incidentId: id },
          query: {
            kind: kinds.length > 0 ? [...kinds] : undefined,
            limit: 50,
            cursor,
          },
        },
        signal,
      }),
  });
}

/** Alerts of an incident or an entity. */
export function useAlerts(filter: {
  incident?: string;
  entityRef?: string[];
  view?: 'open' | 'all';
  /** Of a page; default 100. */
  limit?: number;
}): LivePages<Alert, AlertPage> {
  return useIncidentsPages<Alert, AlertPage>({
    key: `alerts ${JSON.stringify(filter)}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/alerts', {
        params: { query: { limit: PAGE, ...filter, cursor } },
        signal,
      }),
  });
}

/** One alert with what its sender wrote; read when `id` is known. */
export function useAlert(id: string | undefined): LiveQuery<AlertDetail> {
  return useIncidentsQuery({
    key: `alert ${id}`,
    enabled: id !== undefined,
    load: (client, signal) =>
      client.request('get', '/v1/alerts/{alertId}', {
        params: { path: { alertId: id ?? '' } },
        signal,
      }),
  });
}

/** Changes before an incident, or of entities; the latest first. */
export function useChanges(filter: {
  incident?: string;
  entityRef?: string[];
  limit?: number;
}): LiveQuery<{ items: Change[] }> {
  return useIncidentsQuery({
    key: `changes ${JSON.stringify(filter)}`,
    load: (client, signal) =>
      client.request('get', '/v1/changes', {
        params: { query: { limit: PAGE, ...filter } },
        signal,
      }),
  });
}

/** Weaknesses of an entity that scanners reported, the last first; the first page counts them all. */
export function useFindings(
  entityRef: string,
): LivePages<Finding, FindingPage> {
  return useIncidentsPages<Finding, FindingPage>({
    key: `findings ${entityRef}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/findings', {
        params: { query: { entityRef: [entityRef], limit: PAGE, cursor } },
        signal,
      }),
  });
}

export function useGraph(id: string): LiveQuery<Graph> {
  return useIncidentsQuery({
    key: `graph ${id}`,
    load: (client, signal) =>
      client.request('get', '/v1/incidents/{incidentId}/graph', {
        params: { path: { incidentId: id } },
        signal,
      }),
  });
}

export function useRelated(
  id: string,
): LiveQuery<{ items: RelatedIncident[] }> {
  return useIncidentsQuery({
    key: `related ${id}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/incidents/{incidentId}/related', {
        params: { path: { incidentId: id } },
        signal,
      }),
  });
}

export function useResponders(id: string): LiveQuery<{ items: Responder[] }> {
  return useIncidentsQuery({
    key: `responders ${id}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/incidents/{incidentId}/responders', {
        params: { path: { incidentId: id } },
        signal,
      }),
  });
}

/** As saved, or as drafted in that language. */
export function usePostmortem(
  id: string,
  language: PostmortemLanguage,
): LiveQuery<Postmortem> {
  return useIncidentsQuery({
    key: `postmortem ${id} ${language}`,
    load: (client, signal) =>
      client.request('get', '/v1/incidents/{incidentId}/postmortem', {
        params: { path: { incidentId: id }, query: { language } },
        signal,
      }),
  });
}

/** Who owns an entity and who is on call for it; read when the entity is known. */
export function useOncall(entityRef: string | undefined): LiveQuery<Oncall> {
  return useIncidentsQuery({
    key: `oncall ${entityRef}`,
    enabled: entityRef !== undefined,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/oncall', {
        params: { query: { entityRef: entityRef ?? '' } },
        signal,
      }),
  });
}
