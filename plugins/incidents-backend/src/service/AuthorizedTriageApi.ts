import { NotAllowedError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  alertReadPermission,
  incidentReadPermission,
  triageRunPermission,
  triageSpendReadPermission,
  type RunbookDraftRequest,
  type TriageFeedbackRequest,
  type TriageRequest,
  type TriageRun,
} from '@ghostlight/plugin-incidents-common';
import { callerOf, type Authorizer } from '@ghostlight/reliability-node';
import type { Graph } from '../graph/Graph';
import { visibleEntities } from '../incidents/visibleEntities';
import { unavailable } from '../triage/analysis';
import type { AlertResource } from './alertRules';
import type { CallOptions } from './CallOptions';
import type { IncidentResource } from './incidentRules';
import type { RunOptions, TriageApi } from './TriageApi';
import type { RowCondition } from './Visibility';

const withheld = unavailable('withheld');

/**
 * Shows the triage of incidents that the caller may see, and asks the model for those who may spend
 * money on it. A run is seen by whoever sees its incident; what it says, by whoever may see the entities
 * whose records it rests on, since it was asked with the eyes of somebody else.
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
    private readonly graph: Graph,
  ) {}

  static create(options: {
    inner: TriageApi & { incidentOf(runId: string): Promise<string> };
    incidents: Authorizer<IncidentResource, RowCondition>;
    alerts: Authorizer<AlertResource, RowCondition>;
    locate: (ids: string[]) => Promise<(IncidentResource | undefined)[]>;
    graph: Graph;
  }): AuthorizedTriageApi {
    const { inner, incidents, alerts, locate, graph } = options;
    return new AuthorizedTriageApi(inner, incidents, alerts, locate, graph);
  }

  async triage(id: string, options: CallOptions) {
    await this.mayRead([id], options);
    const narrowed = await this.narrow(options);
    const triage = await this.inner.triage(id, narrowed);
    const { latest } = triage;
    return {
      ...triage,
      ...(latest && { latest: this.told(latest, narrowed) }),
    };
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
    const narrowed = await this.narrow(options);
    const runs = await this.inner.runs(id, narrowed);
    return runs.map(run => this.told(run, narrowed));
  }

  async run(runId: string, options: CallOptions) {
    await this.mayRead([await this.inner.incidentOf(runId)], options);
    const narrowed = await this.narrow(options);
    return this.told(await this.inner.run(runId, narrowed), narrowed);
  }

  async giveFeedback(
    runId: string,
    feedback: TriageFeedbackRequest,
    options: CallOptions,
  ) {
    await this.mayKnow(runId, options);
    return this.inner.giveFeedback(runId, feedback, options);
  }

  /** What may be proposed for what, the runbooks plugin decides. */
  async propose(runId: string, index: number, options: CallOptions) {
    await this.mayKnow(runId, options);
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

  private async mayKnow(runId: string, options: CallOptions) {
    const run = await this.run(runId, options);
    if (run.unavailable?.code === withheld.code)
      throw new NotAllowedError(`${runId}: ${withheld.text}`);
  }

  private told(run: TriageRun, { credentials, visible }: CallOptions) {
    const { evidence, hypotheses, analysis, ...facts } = run;
    if (!visible?.incidents || run.by === callerOf(credentials)) return run;
    // Lists come without evidence: what a run says is read one by one.
    if (!evidence) return facts;
    const refs = evidence.flatMap(item => item.entityRef ?? []);
    const seen = visibleEntities(this.graph, visible.incidents, refs);
    return seen?.length === refs.length
      ? run
      : { ...facts, state: 'unavailable' as const, unavailable: withheld };
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
