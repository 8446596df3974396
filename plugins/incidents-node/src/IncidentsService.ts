import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type AuthService,
  type BackstageCredentials,
  type DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createIncidentsClient,
  type AlertPage,
  type Channels,
  type IncidentDetail,
  type IncidentDocument,
  type IncidentPage,
  type IncidentsClient,
  type IncidentsPaths,
  type Oncall,
  type Postmortem,
} from '@ghostlight/plugin-incidents-common';
import { bodyOf, clientFor } from '@ghostlight/reliability-node';

/**
 * Filters, order and page of a list of incidents.
 *
 * @public
 */
export type ListIncidentsRequest = NonNullable<
  IncidentsPaths['/v1/incidents']['get']['parameters']['query']
>;

/**
 * Which alerts, and which page.
 *
 * @public
 */
export type ListAlertsRequest = NonNullable<
  IncidentsPaths['/v1/alerts']['get']['parameters']['query']
>;

/**
 * Whose findings, and which page.
 *
 * @public
 */
export type ListFindingsRequest = NonNullable<
  IncidentsPaths['/v1/findings']['get']['parameters']['query']
>;

/**
 * One page of findings.
 *
 * @public
 */
export type FindingPage =
  IncidentsPaths['/v1/findings']['get']['responses'][200]['content']['application/json'];

/**
 * What a note says, in Markdown.
 *
 * @public
 */
export type IncidentNote =
  IncidentsPaths['/v1/incidents/{incidentId}/notes']['post']['requestBody']['content']['application/json'];

/**
 * What a channel is told, as it is shown; its first line is the subject.
 *
 * @public
 */
export type ChannelMessage =
  IncidentsPaths['/v1/channels/{name}/messages']['post']['requestBody']['content']['application/json'];

/**
 * On whose behalf the incidents plugin is asked.
 *
 * @public
 */
export interface IncidentsServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * What the incidents family answers to other backend plugins. Refusals and failures are thrown as
 * `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export interface IncidentsService {
  /** One page of incidents, the latest first. */
  listIncidents(
    request: ListIncidentsRequest,
    options: IncidentsServiceOptions,
  ): Promise<IncidentPage>;

  /** One incident by its id, `INC-0042`. */
  getIncident(
    id: string,
    options: IncidentsServiceOptions,
  ): Promise<IncidentDetail>;

  /** One page of alerts, the latest first; with `incident` those of one. */
  listAlerts(
    request: ListAlertsRequest,
    options: IncidentsServiceOptions,
  ): Promise<AlertPage>;

  /** The postmortem as saved, or a draft. */
  getPostmortem(
    id: string,
    options: IncidentsServiceOptions,
  ): Promise<Postmortem>;

  /** Incidents and saved postmortems as text, page by page. */
  listDocuments(
    request: { cursor?: string; limit?: number },
    options: IncidentsServiceOptions,
  ): Promise<{ items: IncidentDocument[]; nextCursor?: string }>;

  /** Owner chain and who is on call. */
  getOncall(
    entityRef: string,
    options: IncidentsServiceOptions,
  ): Promise<Oncall>;

  /** Weaknesses that scanners reported, with counts by severity. */
  listFindings(
    request: ListFindingsRequest,
    options: IncidentsServiceOptions,
  ): Promise<FindingPage>;

  /** Adds to an incident's timeline; the same `key` again adds nothing. */
  addNote(
    id: string,
    note: IncidentNote,
    options: IncidentsServiceOptions,
  ): Promise<void>;

  /** Where notifications can go. */
  listChannels(options: IncidentsServiceOptions): Promise<Channels>;

  /**
   * Has a channel told something that is of no incident; the same `key` again sends nothing.
   *
   * @returns the id of its row in the delivery log, which tells what becomes of it
   */
  sendMessage(
    channel: string,
    message: ChannelMessage,
    options: IncidentsServiceOptions,
  ): Promise<{ id: string }>;
}

class IncidentsServiceClient implements IncidentsService {
  private constructor(
    private readonly client: (
      options: IncidentsServiceOptions,
    ) => Promise<IncidentsClient>,
  ) {}

  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    const pluginId = 'incidents';
    const createClient = createIncidentsClient;
    return new IncidentsServiceClient(
      clientFor({ ...options, pluginId, createClient }),
    );
  }

  async listIncidents(
    query: ListIncidentsRequest,
    options: IncidentsServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/incidents', { params: { query } }),
    );
  }

  async getIncident(incidentId: string, options: IncidentsServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/incidents/{incidentId}', {
        params: { path: { incidentId } },
      }),
    );
  }

  async listAlerts(query: ListAlertsRequest, options: IncidentsServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/alerts', { params: { query } }),
    );
  }

  async getPostmortem(incidentId: string, options: IncidentsServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/incidents/{incidentId}/postmortem', {
        params: { path: { incidentId } },
      }),
    );
  }

  async listDocuments(
    query: { cursor?: string; limit?: number },
    options: IncidentsServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/documents', { params: { query } }),
    );
  }

  async getOncall(entityRef: string, options: IncidentsServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/oncall', {
        params: { query: { entityRef } },
      }),
    );
  }

  async listFindings(
    query: ListFindingsRequest,
    options: IncidentsServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/findings', { params: { query } }),
    );
  }

  async addNote(
    incidentId: string,
    body: IncidentNote,
    options: IncidentsServiceOptions,
  ) {
    const client = await this.client(options);
    await client.request('post', '/v1/incidents/{incidentId}/notes', {
      params: { path: { incidentId } },
      body,
    });
  }

  async listChannels(options: IncidentsServiceOptions) {
    const client = await this.client(options);
    return bodyOf(await client.request('get', '/v1/channels', {}));
  }

  async sendMessage(
    name: string,
    body: ChannelMessage,
    options: IncidentsServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('post', '/v1/channels/{name}/messages', {
        params: { path: { name } },
        body,
      }),
    );
  }
}

/**
 * Asks the incidents plugin, wherever it runs, over its HTTP API.
 *
 * @public
 */
export const incidentsServiceRef = createServiceRef<IncidentsService>({
  id: 'incidents.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => IncidentsServiceClient.create(deps),
    }),
});
