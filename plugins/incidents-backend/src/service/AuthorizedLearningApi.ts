import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  incidentImportPermission,
  incidentReadPermission,
  incidentUpdatePermission,
  type ImportedIncident,
  type PostmortemEdit,
} from '@ghostlight/plugin-incidents-common';
import type { Authorizer } from '@ghostlight/reliability-node';
import type { CallOptions } from './CallOptions';
import type { IncidentResource } from './incidentRules';
import type {
  LearningApi,
  MetricsRequest,
  PostmortemRequest,
} from './LearningApi';
import type { RowCondition } from './Visibility';

/** Lets through what the caller may see or change; numbers are of what they may see. */
export class AuthorizedLearningApi implements LearningApi {
  private constructor(
    private readonly inner: LearningApi,
    private readonly incidents: Authorizer<IncidentResource, RowCondition>,
    private readonly locate: (
      ids: string[],
    ) => Promise<(IncidentResource | undefined)[]>,
  ) {}

  static create(options: {
    inner: LearningApi;
    incidents: Authorizer<IncidentResource, RowCondition>;
    locate: (ids: string[]) => Promise<(IncidentResource | undefined)[]>;
  }): AuthorizedLearningApi {
    const { inner, incidents, locate } = options;
    return new AuthorizedLearningApi(inner, incidents, locate);
  }

  async related(id: string, options: CallOptions) {
    await this.mayDo(incidentReadPermission, id, options);
    return this.inner.related(id, await this.narrow(options));
  }

  async responders(id: string, options: CallOptions) {
    await this.mayDo(incidentReadPermission, id, options);
    return this.inner.responders(id, options);
  }

  async postmortem(
    id: string,
    request: PostmortemRequest,
    options: CallOptions,
  ) {
    await this.mayDo(incidentReadPermission, id, options);
    return this.inner.postmortem(id, request, options);
  }

  async savePostmortem(id: string, edit: PostmortemEdit, options: CallOptions) {
    await this.mayDo(incidentUpdatePermission, id, options);
    return this.inner.savePostmortem(id, edit, options);
  }

  async exportPostmortem(
    id: string,
    request: PostmortemRequest,
    options: CallOptions,
  ) {
    await this.mayDo(incidentReadPermission, id, options);
    return this.inner.exportPostmortem(id, request, options);
  }

  async documents(
    request: { cursor?: string; limit?: number },
    options: CallOptions,
  ) {
    return this.inner.documents(request, await this.narrow(options));
  }

  async import(incidents: ImportedIncident[], options: CallOptions) {
    await this.incidents.may(incidentImportPermission, options.credentials);
    return this.inner.import(incidents, options);
  }

  async metrics(request: MetricsRequest, options: CallOptions) {
    return this.inner.metrics(request, await this.narrow(options));
  }

  async metricsCsv(request: MetricsRequest, options: CallOptions) {
    return this.inner.metricsCsv(request, await this.narrow(options));
  }

  private mayDo(
    permission: ResourcePermission,
    id: string,
    { credentials }: CallOptions,
  ) {
    return this.incidents.mayDo(permission, credentials, () =>
      this.locate([id]),
    );
  }

  private async narrow(options: CallOptions): Promise<CallOptions> {
    const { credentials } = options;
    const incidents = await this.incidents.narrow(
      incidentReadPermission,
      credentials,
    );
    return { ...options, visible: { incidents } };
  }
}
