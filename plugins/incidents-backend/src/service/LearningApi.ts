import type {
  ImportedIncident,
  IncidentDocument,
  IncidentMetrics,
  IncidentsPaths,
  Postmortem,
  PostmortemEdit,
  RelatedIncident,
  Responder,
} from '@ghostlight/plugin-incidents-common';
import type { CallOptions } from './CallOptions';
import type { Page } from './IncidentsApi';

export type MetricsRequest = NonNullable<
  IncidentsPaths['/v1/metrics']['get']['parameters']['query']
>;

export type PostmortemRequest = NonNullable<
  IncidentsPaths['/v1/incidents/{incidentId}/postmortem']['get']['parameters']['query']
>;

/** What incidents teach. Ids are readable ones, `INC-0042`. */
export interface LearningApi {
  /** Past incidents most like this one. */
  related(id: string, options: CallOptions): Promise<RelatedIncident[]>;
  /** Who would know. */
  responders(id: string, options: CallOptions): Promise<Responder[]>;
  /** As saved, or a draft in that language; English by default. */
  postmortem(
    id: string,
    request: PostmortemRequest,
    options: CallOptions,
  ): Promise<Postmortem>;
  savePostmortem(
    id: string,
    edit: PostmortemEdit,
    options: CallOptions,
  ): Promise<Postmortem>;
  /** As Markdown. */
  exportPostmortem(
    id: string,
    request: PostmortemRequest,
    options: CallOptions,
  ): Promise<string>;
  /** Incidents and postmortems as text, for an index. */
  documents(
    request: { cursor?: string; limit?: number },
    options: CallOptions,
  ): Promise<Page<IncidentDocument>>;
  import(
    incidents: ImportedIncident[],
    options: CallOptions,
  ): Promise<{ imported: number; known: number }>;
  metrics(
    request: MetricsRequest,
    options: CallOptions,
  ): Promise<IncidentMetrics>;
  /** One row per incident, as CSV. */
  metricsCsv(request: MetricsRequest, options: CallOptions): Promise<string>;
}
