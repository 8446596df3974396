import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  alertReadPermission,
  incidentCreatePermission,
  incidentDeletePermission,
  incidentReadPermission,
  incidentUpdatePermission,
  oncallPeopleReadPermission,
  type BulkChange,
  type BulkResult,
  type Declaration,
  type FollowUpEdit,
  type FollowUpRequest,
  type IncidentDetail,
  type IncidentEdit,
  type StatusChange,
} from '@ghostlight/plugin-incidents-common';
import type { Authorizer } from '@ghostlight/reliability-node';
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
import type { AlertResource } from './alertRules';
import type { CallOptions } from './CallOptions';
import type { IncidentResource } from './incidentRules';
import type { IncidentsApi } from './IncidentsApi';
import type { RowCondition } from './Visibility';

/**
 * Lets through what the caller may see or change. Conditional decisions become SQL conditions for
 * lists, and are applied to whose the incident is for everything else.
 */
export class AuthorizedIncidentsApi implements IncidentsApi {
  private constructor(
    private readonly inner: IncidentsApi,
    private readonly incidents: Authorizer<IncidentResource, RowCondition>,
    private readonly alerts: Authorizer<AlertResource, RowCondition>,
    private readonly locateAlerts: (
      ids: string[],
    ) => Promise<(AlertResource | undefined)[]>,
  ) {}

  static create(options: {
    inner: IncidentsApi;
    incidents: Authorizer<IncidentResource, RowCondition>;
    alerts: Authorizer<AlertResource, RowCondition>;
    locateAlerts: (ids: string[]) => Promise<(AlertResource | undefined)[]>;
  }): AuthorizedIncidentsApi {
    const { inner, incidents, alerts, locateAlerts } = options;
    return new AuthorizedIncidentsApi(inner, incidents, alerts, locateAlerts);
  }

  async list(request: ListIncidentsRequest, options: CallOptions) {
    return this.inner.list(request, await this.narrow(options));
  }

  async detail(id: string, options: CallOptions) {
    await this.mayRead(id, options);
    return this.withMay(await this.inner.detail(id, options), options);
  }

  async timeline(id: string, request: TimelineRequest, options: CallOptions) {
    await this.mayRead(id, options);
    return this.inner.timeline(id, request, options);
  }

  async graph(id: string, options: CallOptions) {
    await this.mayRead(id, options);
    return this.inner.graph(id, options);
  }

  async summary(request: { entityRef?: string }, options: CallOptions) {
    const { credentials } = options;
    const [incidents, alerts, people] = await Promise.all([
      this.incidents.narrow(incidentReadPermission, credentials),
      this.alerts.visible(alertReadPermission, credentials),
      this.incidents.has(oncallPeopleReadPermission, credentials),
    ]);
    return this.inner.summary(request, {
      ...options,
      visible: { incidents, alerts, people },
    });
  }

  async openEntities(options: CallOptions) {
    return this.inner.openEntities(await this.narrow(options));
  }

  async changes(request: ListChangesRequest, options: CallOptions) {
    if (request.incident) await this.mayRead(request.incident, options);
    return this.inner.changes(
      request,
      request.incident ? options : await this.narrowAlerts(options),
    );
  }

  async findings(request: ListFindingsRequest, options: CallOptions) {
    return this.inner.findings(request, await this.narrowAlerts(options));
  }

  async declare(request: Declaration, options: CallOptions) {
    const { credentials } = options;
    await this.incidents.may(incidentCreatePermission, credentials);
    const alertIds = request.alertIds ?? [];
    if (alertIds.length)
      await this.alerts.mayDo(alertReadPermission, credentials, () =>
        this.locateAlerts(alertIds),
      );
    return this.withMay(await this.inner.declare(request, options), options);
  }

  async edit(id: string, request: IncidentEdit, options: CallOptions) {
    await this.mayUpdate(id, options);
    return this.withMay(await this.inner.edit(id, request, options), options);
  }

  async change(request: BulkChange, options: CallOptions): Promise<BulkResult> {
    const { mergeInto } = request;
    const ids = [...new Set(request.ids)];
    const allowed = await this.judge(ids, options);
    if (mergeInto) await this.mayUpdate(mergeInto, options);
    const passed = ids.filter((_, index) => allowed[index] !== false);
    const { items } = passed.length
      ? await this.inner.change({ ...request, ids: passed }, options)
      : { items: [] };
    const byId = new Map(items.map(item => [item.id, item]));
    return {
      items: ids.map(
        id =>
          byId.get(id) ?? {
            id,
            outcome: 'refused',
            reason: `You do not have the permission ${incidentUpdatePermission.name} for this`,
          },
      ),
    };
  }

  async remove(id: string, options: CallOptions) {
    await this.mayDo(incidentDeletePermission, [id], options);
    return this.inner.remove(id, options);
  }

  async setStatus(id: string, request: StatusChange, options: CallOptions) {
    await this.mayUpdate(id, options);
    return this.withMay(
      await this.inner.setStatus(id, request, options),
      options,
    );
  }

  async acknowledge(id: string, options: CallOptions) {
    await this.mayUpdate(id, options);
    return this.withMay(await this.inner.acknowledge(id, options), options);
  }

  async addNote(id: string, request: NoteRequest, options: CallOptions) {
    await this.mayUpdate(id, options);
    return this.inner.addNote(id, request, options);
  }

  async setRole(id: string, request: RoleRequest, options: CallOptions) {
    await this.mayUpdate(id, options);
    return this.withMay(
      await this.inner.setRole(id, request, options),
      options,
    );
  }

  async merge(id: string, into: string, options: CallOptions) {
    await this.mayDo(incidentUpdatePermission, [id, into], options);
    return this.withMay(await this.inner.merge(id, into, options), options);
  }

  async split(id: string, request: SplitRequest, options: CallOptions) {
    const { credentials } = options;
    await this.incidents.may(incidentCreatePermission, credentials);
    await this.mayUpdate(id, options);
    return this.withMay(await this.inner.split(id, request, options), options);
  }

  async listFollowUps(request: ListFollowUpsRequest, options: CallOptions) {
    return this.inner.listFollowUps(request, await this.narrow(options));
  }

  async addFollowUp(
    id: string,
    request: FollowUpRequest,
    options: CallOptions,
  ) {
    await this.mayUpdate(id, options);
    return this.inner.addFollowUp(id, request, options);
  }

  async editFollowUp(
    followUpId: string,
    request: FollowUpEdit,
    options: CallOptions,
  ) {
    await this.incidents.mayDo(
      incidentUpdatePermission,
      options.credentials,
      async () => this.inner.locate([await this.inner.incidentOf(followUpId)]),
    );
    return this.inner.editFollowUp(followUpId, request, options);
  }

  locate(ids: string[]) {
    return this.inner.locate(ids);
  }

  incidentOf(followUpId: string) {
    return this.inner.incidentOf(followUpId);
  }

  private mayRead(id: string, options: CallOptions) {
    return this.mayDo(incidentReadPermission, [id], options);
  }

  private mayUpdate(id: string, options: CallOptions) {
    return this.mayDo(incidentUpdatePermission, [id], options);
  }

  private mayDo(
    permission: ResourcePermission,
    ids: string[],
    { credentials }: CallOptions,
  ) {
    return this.incidents.mayDo(permission, credentials, () =>
      this.inner.locate(ids),
    );
  }

  private judge(ids: string[], { credentials }: CallOptions) {
    return this.incidents.judge(incidentUpdatePermission, credentials, () =>
      this.inner.locate(ids),
    );
  }

  /** Says what the caller may do, or who may. */
  private async withMay(
    incident: IncidentDetail,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<IncidentDetail> {
    const update = await this.incidents.allows(
      incidentUpdatePermission,
      credentials,
      async () => (await this.inner.locate([incident.id]))[0],
    );
    const who = update ? undefined : incident.owner;
    return { ...incident, may: { update, ...(who && { who }) } };
  }

  private async narrow(options: CallOptions): Promise<CallOptions> {
    const { credentials } = options;
    return {
      ...options,
      visible: {
        incidents: await this.incidents.narrow(
          incidentReadPermission,
          credentials,
        ),
      },
    };
  }

  private async narrowAlerts(options: CallOptions): Promise<CallOptions> {
    const { credentials } = options;
    return {
      ...options,
      visible: {
        alerts: await this.alerts.narrow(alertReadPermission, credentials),
      },
    };
  }
}
