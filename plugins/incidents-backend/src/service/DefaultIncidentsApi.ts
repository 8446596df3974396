import type {
  BulkChange,
  Declaration,
  FollowUpEdit,
  FollowUpRequest,
  IncidentEdit,
  Oncall,
  StatusChange,
} from '@ghostlight/plugin-incidents-common';
import {
  incidentIdOf,
  incidentNumberOf,
} from '@ghostlight/plugin-incidents-common';
import { callerOf } from '@ghostlight/reliability-node';
import {
  acknowledgeIncident,
  addFollowUp,
  addNote,
  changeIncidents,
  declareIncident,
  deleteIncident,
  editFollowUp,
  editIncident,
  getFollowUp,
  listChanges,
  listFindings,
  listFollowUps,
  listIncidents,
  listOpenEntities,
  locateIncidents,
  mergeIncident,
  readGraph,
  readIncident,
  readTimeline,
  setRole,
  setStatus,
  splitIncident,
  summarize,
  type ListChangesRequest,
  type ListFindingsRequest,
  type ListFollowUpsRequest,
  type ListIncidentsRequest,
  type NoteRequest,
  type RoleRequest,
  type SplitRequest,
  type TimelineRequest,
} from '../incidents';
import type { CallOptions } from './CallOptions';
import { readIncidentId, readRowId } from './ids';
import type { IncidentsApi } from './IncidentsApi';
import type { ServiceContext } from './ServiceContext';

/** On whose rota an entity is, as a summary shows it. */
export type OncallOf = (
  entityRef: string,
  options: { showPeople: boolean },
) => Promise<Oncall>;

/** Answers from the database, one operation a file. Checks no permission. */
export class DefaultIncidentsApi implements IncidentsApi {
  private constructor(
    private readonly context: ServiceContext,
    private readonly oncallOf: OncallOf,
  ) {}

  static create(options: {
    context: ServiceContext;
    oncallOf: OncallOf;
  }): DefaultIncidentsApi {
    return new DefaultIncidentsApi(options.context, options.oncallOf);
  }

  list(request: ListIncidentsRequest, { visible }: CallOptions) {
    return listIncidents(this.context, request, visible?.incidents);
  }

  async detail(id: string) {
    return readIncident(this.context, readIncidentId(id));
  }

  async timeline(id: string, request: TimelineRequest) {
    return readTimeline(this.context, readIncidentId(id), request);
  }

  async graph(id: string) {
    return readGraph(this.context, readIncidentId(id));
  }

  summary({ entityRef }: { entityRef?: string }, { visible }: CallOptions) {
    const { incidents, alerts, people: showPeople = true } = visible ?? {};
    return summarize(
      this.context,
      { entityRef, visible: { incidents, alerts } },
      ref => this.oncallOf(ref, { showPeople }),
    );
  }

  openEntities({ visible }: CallOptions) {
    return listOpenEntities(this.context, visible?.incidents);
  }

  changes(request: ListChangesRequest, { visible }: CallOptions) {
    return listChanges(this.context, request, visible?.alerts);
  }

  findings(request: ListFindingsRequest, { visible }: CallOptions) {
    return listFindings(this.context, request, visible?.alerts);
  }

  async declare(request: Declaration, { credentials }: CallOptions) {
    const { context } = this;
    const by = callerOf(credentials);
    return readIncident(context, await declareIncident(context, request, by));
  }

  edit(id: string, request: IncidentEdit, options: CallOptions) {
    return this.write(id, options, (number, by) =>
      editIncident(this.context, number, request, by),
    );
  }

  change(request: BulkChange, { credentials }: CallOptions) {
    return changeIncidents(this.context, request, callerOf(credentials));
  }

  async remove(id: string, { credentials }: CallOptions) {
    const by = callerOf(credentials);
    await deleteIncident(this.context, readIncidentId(id), by);
  }

  setStatus(id: string, request: StatusChange, options: CallOptions) {
    return this.write(id, options, (number, by) =>
      setStatus(this.context, number, request, by),
    );
  }

  acknowledge(id: string, options: CallOptions) {
    return this.write(id, options, (number, by) =>
      acknowledgeIncident(this.context, number, by),
    );
  }

  async addNote(
    id: string,
    request: NoteRequest,
    { credentials }: CallOptions,
  ) {
    const by = callerOf(credentials);
    return addNote(this.context, readIncidentId(id), request, by);
  }

  setRole(id: string, request: RoleRequest, options: CallOptions) {
    return this.write(id, options, (number, by) =>
      setRole(this.context, number, request, by),
    );
  }

  async merge(id: string, into: string, { credentials }: CallOptions) {
    const { context } = this;
    const { into: target } = await mergeIncident(
      context,
      readIncidentId(id),
      readIncidentId(into),
      callerOf(credentials),
    );
    return readIncident(context, target);
  }

  async split(id: string, request: SplitRequest, { credentials }: CallOptions) {
    const { context } = this;
    const by = callerOf(credentials);
    const number = readIncidentId(id);
    return readIncident(
      context,
      await splitIncident(context, number, request, by),
    );
  }

  listFollowUps(request: ListFollowUpsRequest, { visible }: CallOptions) {
    return listFollowUps(this.context, request, visible?.incidents);
  }

  async addFollowUp(
    id: string,
    request: FollowUpRequest,
    { credentials }: CallOptions,
  ) {
    const by = callerOf(credentials);
    return addFollowUp(this.context, readIncidentId(id), request, by);
  }

  async editFollowUp(
    followUpId: string,
    request: FollowUpEdit,
    { credentials }: CallOptions,
  ) {
    const by = callerOf(credentials);
    const id = readRowId('follow-up', followUpId);
    return editFollowUp(this.context, id, request, by);
  }

  async locate(ids: string[]) {
    const numbers = ids.map(id => incidentNumberOf(id) ?? 0);
    const found = await locateIncidents(
      this.context.db,
      numbers.filter(number => number > 0 && number < 2 ** 31),
    );
    return numbers.map(number => found.get(number));
  }

  async incidentOf(followUpId: string) {
    const id = readRowId('follow-up', followUpId);
    const row = await getFollowUp(this.context.db, id);
    return incidentIdOf(row.incident_number);
  }

  private async write(
    id: string,
    { credentials }: CallOptions,
    run: (number: number, by: string) => Promise<unknown>,
  ) {
    const number = readIncidentId(id);
    await run(number, callerOf(credentials));
    return readIncident(this.context, number);
  }
}
