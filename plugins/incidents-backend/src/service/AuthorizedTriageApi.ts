import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  alertReadPermission,
  incidentReadPermission,
  triageRunPermission,
  triageSpendReadPermission,
  type RunbookDraftRequest,
  type TriageFeedbackRequest,
  type TriageRequest,
} from '@ghostlight/plugin-incidents-common';
import type { Authorizer } from '@ghostlight/reliability-node';
import type { AlertResource } from './alertRules';
import type { CallOptions } from './CallOptions';
import type { IncidentResource } from './incidentRules';
import type { RunOptions, TriageApi } from './TriageApi';
import type { RowCondition } from './Visibility';

/**
 * Shows the triage of incidents that the caller may see, and asks the model for those who may spend
 * money on it. A run is seen by whoever sees its incident.
 */
export class AuthorizedTriageApi implements TriageApi {
  private constructor(
    private readonly inner: TriageApi & {
      incidentOf(runId: string): Promise<string>;
    },
    private readonly incidents: Authorizer<IncidentResource, RowCondition>,
    private readonly alerts: Authorizer<AlertResource, RowCondition>,
    private readonly locate: (
      ids: string[],
    ) => Promise<(IncidentResource | undefined)[]>,
  ) {}

  static create(options: {
    inner: TriageApi & { incidentOf(runId: string): Promise<string> };
    incidents: Authorizer<IncidentResource, RowCondition>;
    alerts: Authorizer<AlertResource, RowCondition>;
    locate: (ids: string[]) => Promise<(IncidentResource | undefined)[]>;
  }): AuthorizedTriageApi {
    const { inner, incidents, alerts, locate } = options;
    return new AuthorizedTriageApi(inner, incidents, alerts, locate);
  }

  async triage(id: string, options: CallOptions) {
    await this.mayRead([id], options);
    return this.inner.triage(id, await this.narrow(options));
  }

  async evidence(id: string, options: CallOptions) {
    await this.mayRead([id], options);
    return this.inner.evidence(id, await this.narrow(options));
  }

  async start(id: string, request: TriageRequest, options: RunOptions) {
    await this.mayAsk([id], options);
    return this.inner.start(id, request, await this.narrow(options));
  }

  async runs(id: string, options: CallOptions) {
    await this.mayRead([id], options);
    return this.inner.runs(id, options);
  }

  async run(runId: string, options: CallOptions) {
    await this.mayRead([await this.inner.incidentOf(runId)], options);
    return this.inner.run(runId, options);
  }

  async giveFeedback(
    runId: string,
    feedback: TriageFeedbackRequest,
    options: CallOptions,
  ) {
    await this.mayRead([await this.inner.incidentOf(runId)], options);
    return this.inner.giveFeedback(runId, feedback, options);
  }

  /** What may be proposed for what, the runbooks plugin decides. */
  async propose(runId: string, index: number, options: CallOptions) {
    await this.mayRead([await this.inner.incidentOf(runId)], options);
    return this.inner.propose(runId, index, options);
  }

  async reviewAlerts(id: string, request: TriageRequest, options: RunOptions) {
    await this.mayAsk([id], options);
    return this.inner.reviewAlerts(id, request, await this.narrow(options));
  }

  async summarize(id: string, request: TriageRequest, options: RunOptions) {
    await this.mayAsk([id], options);
    return this.inner.summarize(id, request, await this.narrow(options));
  }

  async narrate(id: string, request: TriageRequest, options: RunOptions) {
    await this.mayAsk([id], options);
    return this.inner.narrate(id, request, await this.narrow(options));
  }

  async draftRunbook(request: RunbookDraftRequest, options: RunOptions) {
    await this.mayAsk(request.incidentIds, options);
    return this.inner.draftRunbook(request, await this.narrow(options));
  }

  async clusters(days: number, options: CallOptions) {
    return this.inner.clusters(days, await this.narrow(options));
  }

  async settings(options: CallOptions) {
    return this.inner.settings(options);
  }

  async spend(days: number, options: CallOptions) {
    await this.incidents.may(triageSpendReadPermission, options.credentials);
    return this.inner.spend(days, options);
  }

  /** It shows nothing that the caller did not bring. */
  async replay(body: unknown, options: CallOptions) {
    return this.inner.replay(body, options);
  }

  private async mayAsk(ids: string[], options: CallOptions) {
    await this.mayRead(ids, options);
    await this.mayDo(triageRunPermission, ids, options);
  }

  private mayRead(ids: string[], options: CallOptions) {
    return this.mayDo(incidentReadPermission, ids, options);
  }

  private async mayDo(
    permission: ResourcePermission,
    ids: string[],
    { credentials }: CallOptions,
  ) {
    await this.incidents.mayDo(permission, credentials, () => this.locate(ids));
  }

  private async narrow<T extends CallOptions>(options: T): Promise<T> {
    const { credentials } = options;
    const [incidents, alerts] = await Promise.all([
      this.incidents.narrow(incidentReadPermission, credentials),
      this.alerts.narrow(alertReadPermission, credentials),
    ]);
    return { ...options, visible: { incidents, alerts } };
  }
}
