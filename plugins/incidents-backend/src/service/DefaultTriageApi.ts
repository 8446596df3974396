import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  parseTriageCase,
  type RunbookDraftRequest,
  type Triage,
  type TriageFeedbackRequest,
  type TriageReport,
  type TriageRequest,
  type TriageRun,
} from '@ghostlight/plugin-incidents-common';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import { callerOf, isMissing } from '@ghostlight/reliability-node';

import type {
  Analyst,
  IncidentTaskRequest,
  NarrativeFacts,
  ResolvedIncident,
} from '../triage/analysis';
import { clusterIncidents, readClosedIncidents } from '../triage/clusters';
import type { CollectedEvidence, EvidenceCollector } from '../triage/evidence';
import type { RankerKeeper } from '../triage/learned';
import { Redactor, redactionKinds } from '../triage/redaction';
import { replayTriage } from '../triage/replayTriage';
import type { CallOptions } from './CallOptions';
import { readIncidentId } from './ids';
import type { IncidentsApi } from './IncidentsApi';
import type { LearningApi } from './LearningApi';
import type { ServiceContext } from './ServiceContext';
import type { RunOptions, TriageApi } from './TriageApi';

const day = 86_400_000;
/** Of a past incident, for a draft of a runbook. */
const mostEntries = 50;
/** Screens ask again at every sign of news; the sources need not be asked as often. */
const freshMs = 10_000;
const mostFresh = 200;

export interface DefaultTriageApiOptions {
  context: ServiceContext;
  analyst: Analyst;
  collector: EvidenceCollector;
  incidents: IncidentsApi;
  learning: LearningApi;
  ranker: RankerKeeper;
  runbooks: RunbooksService;
  /** Names of the log sources that are installed. */
  logSources: () => string[];
}

/** Collects, ranks, and asks the model where that is wanted. Checks no permission. */
export class DefaultTriageApi implements TriageApi {
  private readonly fresh = new Map<
    string,
    { until: number; found: Promise<CollectedEvidence> }
  >();

  private constructor(private readonly options: DefaultTriageApiOptions) {}

  static create(options: DefaultTriageApiOptions): DefaultTriageApi {
    return new DefaultTriageApi(options);
  }

  async triage(id: string, options: CallOptions): Promise<Triage> {
    const { analyst, learning } = this.options;
    const [{ bundle, report }, similar, model, latest] = await Promise.all([
      this.freshOf(id, options),
      learning.related(id, options),
      analyst.availability(),
      analyst.latest(id),
    ]);
    const { at, redactions } = bundle;
    return {
      incidentId: bundle.incidentId,
      report,
      bundle: { id: bundle.id, at, redactions },
      similar,
      model,
      ...(latest && { latest }),
    };
  }

  async evidence(id: string, options: CallOptions) {
    return (await this.freshOf(id, options)).bundle;
  }

  async start(id: string, request: TriageRequest, options: RunOptions) {
    const { analyst } = this.options;
    const [asked, actions] = await Promise.all([
      this.ask(id, request, options),
      this.actionsFor(options),
    ]);
    return analyst.analyse({ ...asked, actions });
  }

  runs(id: string) {
    return this.options.analyst.runs(id);
  }

  async run(runId: string): Promise<TriageRun> {
    const run = await this.options.analyst.run(runId);
    if (!run) throw new NotFoundError(`There is no triage run ${runId}`);
    return run;
  }

  async incidentOf(runId: string): Promise<string> {
    const incidentId = await this.options.analyst.incidentOf(runId);
    if (!incidentId) throw new NotFoundError(`There is no triage run ${runId}`);
    return incidentId;
  }

  giveFeedback(
    runId: string,
    feedback: TriageFeedbackRequest,
    { credentials }: CallOptions,
  ) {
    const by = callerOf(credentials);
    return this.options.analyst.giveFeedback(runId, feedback, { by });
  }

  async propose(runId: string, index: number, { credentials }: CallOptions) {
    const { analyst, runbooks } = this.options;
    const { analysis, evidence = [], incidentId } = await this.run(runId);
    const action = analysis?.actions.find(each => each.index === index);
    if (!action) throw new NotFoundError(`${runId} names no action ${index}`);
    if (action.attemptId) return { attemptId: action.attemptId };
    if (!action.entityRef)
      throw new ConflictError(
        `Action ${index} of ${runId} says of no entity that it is for; plan it by hand`,
      );
    const cited = evidence.filter(({ id }) => action.evidence.includes(id));
    const { id: attemptId } = await runbooks.propose(
      {
        action: action.action,
        input: action.input,
        entityRef: action.entityRef,
        incidentId,
        reason: `${action.why} (${runId})`.slice(0, 1000),
        evidence: cited.slice(0, 20).map(({ id, title, at, link }) => ({
          label: `${id} ${title}`,
          asOf: at,
          url: link,
        })),
        key: `triage/${runId}/${index}`,
      },
      { credentials },
    );
    await analyst.proposed(runId, index, attemptId);
    return { attemptId };
  }

  async reviewAlerts(id: string, request: TriageRequest, options: RunOptions) {
    const asked = await this.ask(id, request, options);
    return this.options.analyst.review(asked);
  }

  async summarize(id: string, request: TriageRequest, options: RunOptions) {
    const asked = await this.ask(id, request, options);
    return this.options.analyst.summarize(asked);
  }

  async narrate(id: string, request: TriageRequest, options: RunOptions) {
    const { analyst, learning } = this.options;
    const { language } = request;
    const [asked, postmortem] = await Promise.all([
      this.ask(id, request, options),
      learning.postmortem(id, { language }, options),
    ]);
    const redactor = asked.collected.redactor;
    const sections = Object.entries(postmortem.sections).map(
      ([heading, markdown]) => ({
        heading,
        markdown: redactor.redact(markdown).text,
      }),
    );
    const facts: NarrativeFacts = {
      title: postmortem.title,
      sections,
      statements: sections.flatMap(({ heading, markdown }) =>
        markdown.trim() ? [{ id: heading, text: markdown }] : [],
      ),
    };
    return analyst.narrate({ ...asked, facts });
  }

  async draftRunbook(request: RunbookDraftRequest, options: RunOptions) {
    const { analyst } = this.options;
    const ids = [...new Set(request.incidentIds)];
    if (ids.length < 3)
      throw new InputError(
        'incidentIds: a runbook is drafted of at least three incidents',
      );
    const redactor = Redactor.create();
    const [actions, ...incidents] = await Promise.all([
      this.actionsFor(options),
      ...ids.map(id => this.resolved(id, redactor, options)),
    ]);
    return analyst.draftRunbook({
      incidents,
      actions,
      ...this.askedBy(request, options),
    });
  }

  async clusters(days: number, { visible }: CallOptions) {
    const { db, now } = this.options.context;
    const since = now() - days * day;
    return clusterIncidents(
      await readClosedIncidents(db, since, visible?.incidents),
    );
  }

  async settings() {
    const { analyst, logSources, ranker } = this.options;
    const [model, state] = await Promise.all([
      analyst.availability(),
      ranker.state(),
    ]);
    return {
      ...analyst.settings(),
      model,
      ranker: state,
      redactors: [...redactionKinds],
      logSources: logSources(),
    };
  }

  spend(days: number) {
    return this.options.analyst.spend(days);
  }

  async replay(body: unknown) {
    return replayTriage(parseTriageCase(body));
  }

  private async ask(
    id: string,
    request: TriageRequest,
    options: RunOptions,
  ): Promise<IncidentTaskRequest & { collected: CollectedEvidence }> {
    const { onEvent } = options;
    const tell = (stage: 'collecting' | 'ranking', report?: TriageReport) =>
      onEvent?.({ stage, at: this.nowText(), ...(report && { report }) });
    tell('collecting');
    const [{ title }, collected] = await Promise.all([
      this.options.incidents.detail(id, options),
      this.collect(id, options),
    ]);
    const { report } = collected;
    tell('ranking', report);
    return {
      incident: { id: collected.bundle.incidentId, title },
      collected,
      report,
      ...this.askedBy(request, options),
    };
  }

  private askedBy(
    { language, again }: Partial<TriageRequest>,
    { credentials, signal, onEvent }: RunOptions,
  ) {
    return { language, again, by: callerOf(credentials), signal, onEvent };
  }

  /** As it was a moment ago for the same caller, or anew. */
  private freshOf(
    id: string,
    options: CallOptions,
  ): Promise<CollectedEvidence> {
    const { now } = this.options.context;
    const key = JSON.stringify([id, callerOf(options.credentials)]);
    const known = this.fresh.get(key);
    if (known && known.until > now()) return known.found;
    const found = this.collect(id, options);
    this.fresh.delete(key);
    this.fresh.set(key, { until: now() + freshMs, found });
    found.catch(() => this.fresh.delete(key));
    const [oldest] = this.fresh.keys();
    if (this.fresh.size > mostFresh) this.fresh.delete(oldest);
    return found;
  }

  private async collect(
    id: string,
    options: CallOptions & { signal?: AbortSignal },
  ): Promise<CollectedEvidence> {
    const { collector, ranker } = this.options;
    const number = readIncidentId(id);
    const ranking = await ranker.rankerFor();
    const collected = await collector.collect(number, { ...options, ranking });
    await ranker.remember(number, collected.case);
    return collected;
  }

  /** What is installed and may help; a portal without the runbooks family has none. */
  private async actionsFor({ credentials }: CallOptions) {
    try {
      const actions = await this.options.runbooks.listActions({ credentials });
      return actions.filter(({ makesFaults }) => !makesFaults);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  private async resolved(
    id: string,
    redactor: Redactor,
    options: CallOptions,
  ): Promise<ResolvedIncident> {
    const { incidents } = this.options;
    const [incident, timeline] = await Promise.all([
      incidents.detail(id, options),
      incidents.timeline(id, { limit: mostEntries }, options),
    ]);
    if (!incident.resolvedAt)
      throw new ConflictError(`${id} is not resolved yet`);
    const clean = (text?: string) => text && redactor.redact(text).text;
    const minutes =
      (Date.parse(incident.resolvedAt) - Date.parse(incident.startedAt)) /
      60_000;
    return {
      id: incident.id,
      title: clean(incident.title) ?? '',
      entityRefs: incident.entities.map(({ entityRef }) => entityRef),
      rootCause: clean(incident.rootCause),
      mitigation: clean(incident.mitigation),
      minutes: Math.round(minutes),
      timeline: timeline.items
        .map(({ at, text }) => ({ at, text: clean(text) ?? '' }))
        .reverse(),
    };
  }

  private nowText() {
    return new Date(this.options.context.now()).toISOString();
  }
}
