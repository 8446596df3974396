import type {
  BulkChange,
  BulkResult,
  Change,
  Declaration,
  Finding,
  FollowUp,
  FollowUpEdit,
  FollowUpRequest,
  Graph,
  IncidentDetail,
  IncidentEdit,
  IncidentPage,
  IncidentsSummary,
  StatusChange,
  TimelineEntry,
  TimelinePage,
} from '@ghostlight/plugin-incidents-common';
import type {
  ListChangesRequest,
  ListFindingsRequest,
  ListFollowUpsRequest,
  ListIncidentsRequest,
  NoteRequest,
  RoleRequest,
  SplitRequest,
  TimelineRequest,
} from '../incidents';
import type { CallOptions } from './CallOptions';
import type { IncidentResource } from './incidentRules';

export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/**
 * What can be told and done about incidents. Every answer comes from the plugin's tables.
 *
 * Ids are readable ones, `INC-0042`; entity refs may be short, answers have full ones. Bad input is
 * refused with an `InputError` that names the field, what does not exist with a `NotFoundError`, what
 * does not fit the incident's state with a `ConflictError`.
 */
export interface IncidentsApi {
  list(
    request: ListIncidentsRequest,
    options: CallOptions,
  ): Promise<IncidentPage>;
  detail(id: string, options: CallOptions): Promise<IncidentDetail>;
  timeline(
    id: string,
    request: TimelineRequest,
    options: CallOptions,
  ): Promise<TimelinePage>;
  graph(id: string, options: CallOptions): Promise<Graph>;
  summary(
    request: { entityRef?: string },
    options: CallOptions,
  ): Promise<IncidentsSummary>;
  openEntities(options: CallOptions): Promise<string[]>;
  changes(request: ListChangesRequest, options: CallOptions): Promise<Change[]>;
  findings(
    request: ListFindingsRequest,
    options: CallOptions,
  ): Promise<Page<Finding>>;

  declare(request: Declaration, options: CallOptions): Promise<IncidentDetail>;
  edit(
    id: string,
    request: IncidentEdit,
    options: CallOptions,
  ): Promise<IncidentDetail>;
  /** One change to many, each answered for on its own. */
  change(request: BulkChange, options: CallOptions): Promise<BulkResult>;
  remove(id: string, options: CallOptions): Promise<void>;
  setStatus(
    id: string,
    request: StatusChange,
    options: CallOptions,
  ): Promise<IncidentDetail>;
  acknowledge(id: string, options: CallOptions): Promise<IncidentDetail>;
  addNote(
    id: string,
    request: NoteRequest,
    options: CallOptions,
  ): Promise<TimelineEntry>;
  setRole(
    id: string,
    request: RoleRequest,
    options: CallOptions,
  ): Promise<IncidentDetail>;
  merge(
    id: string,
    into: string,
    options: CallOptions,
  ): Promise<IncidentDetail>;
  split(
    id: string,
    request: SplitRequest,
    options: CallOptions,
  ): Promise<IncidentDetail>;

  listFollowUps(
    request: ListFollowUpsRequest,
    options: CallOptions,
  ): Promise<Page<FollowUp>>;
  addFollowUp(
    id: string,
    request: FollowUpRequest,
    options: CallOptions,
  ): Promise<FollowUp>;
  editFollowUp(
    followUpId: string,
    request: FollowUpEdit,
    options: CallOptions,
  ): Promise<FollowUp>;

  /** Whose incidents are, for permission decisions: in the order asked for, undefined where there is none. */
  locate(ids: string[]): Promise<(IncidentResource | undefined)[]>;
  /** The incident that a follow-up belongs to. */
  incidentOf(followUpId: string): Promise<string>;
}
