import { InputError } from '@backstage/errors';
import type {
  ImportedIncident,
  PostmortemEdit,
} from '@ghostlight/plugin-incidents-common';
import { getIncidentRow } from '../incidents';
import {
  importIncidents,
  listDocuments,
  readPostmortem,
  type RelatedIndex,
  renderPostmortem,
  respondersOf,
  savePostmortem,
} from '../learning';
import { csvOf, metricsOf, type MetricsScope } from '../metrics';
import type { CallOptions } from './CallOptions';
import { readIncidentId } from './ids';
import type {
  LearningApi,
  MetricsRequest,
  PostmortemRequest,
} from './LearningApi';
import { readEntityRef, callerOf } from '@ghostlight/reliability-node';
import type { ServiceContext } from './ServiceContext';
import { msOf } from './times';
import type { Visibility } from './Visibility';

const day = 86_400_000;
const longestSpan = 3 * 366 * day;

/** Answers from the record of incidents. Checks no permission. */
export class DefaultLearningApi implements LearningApi {
  private constructor(
    private readonly context: ServiceContext,
    private readonly index: RelatedIndex,
  ) {}

  static create(options: {
    context: ServiceContext;
    index: RelatedIndex;
  }): DefaultLearningApi {
    const { context, index } = options;
    return new DefaultLearningApi(context, index);
  }

  async related(id: string, { visible }: CallOptions) {
    const number = await this.numberOf(id);
    return this.index.related(number, visible?.incidents);
  }

  async responders(id: string) {
    const { db, graph, now } = this.context;
    return respondersOf(db, graph, await this.numberOf(id), now());
  }

  async postmortem(id: string, { language }: PostmortemRequest) {
    const { db, now } = this.context;
    return readPostmortem(db, readIncidentId(id), now(), language);
  }

  async savePostmortem(
    id: string,
    edit: PostmortemEdit,
    { credentials }: CallOptions,
  ) {
    const { db, now } = this.context;
    const by = callerOf(credentials);
    await savePostmortem(db, readIncidentId(id), edit, { now: now(), by });
    return this.postmortem(id, {});
  }

  async exportPostmortem(id: string, { language }: PostmortemRequest) {
    return renderPostmortem(await this.postmortem(id, { language }), language);
  }

  documents(
    request: { cursor?: string; limit?: number },
    { visible }: CallOptions,
  ) {
    return listDocuments(this.context.db, request, visible?.incidents);
  }

  import(incidents: ImportedIncident[], { credentials }: CallOptions) {
    const { db, graph, now } = this.context;
    const by = callerOf(credentials);
    return importIncidents(db, incidents, { now: now(), by, graph });
  }

  async metrics(request: MetricsRequest, { visible }: CallOptions) {
    const scope = this.scopeOf(request, visible?.incidents);
    return metricsOf(this.context.db, scope);
  }

  async metricsCsv(request: MetricsRequest, { visible }: CallOptions) {
    const scope = this.scopeOf(request, visible?.incidents);
    return csvOf(this.context.db, scope);
  }

  private async numberOf(id: string): Promise<number> {
    const number = readIncidentId(id);
    await getIncidentRow(this.context.db, number);
    return number;
  }

  private scopeOf(request: MetricsRequest, visible: Visibility): MetricsScope {
    const { entityRef, owner, system, severity, imported = false } = request;
    const to = request.to ? msOf(request.to) : this.context.now();
    const from = request.from ? msOf(request.from) : to - 90 * day;
    if (from >= to || to - from > longestSpan)
      throw new InputError('to: must be after from, by three years at most');
    return {
      ...(entityRef && { entityRef: readEntityRef('entityRef', entityRef) }),
      ...(owner && { owner: readEntityRef('owner', owner, 'group') }),
      ...(system && { system: readEntityRef('system', system, 'system') }),
      severity,
      from,
      to,
      imported,
      visible,
    };
  }
}
