import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type AuthService,
  type BackstageCredentials,
  type DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createRunbooksClient,
  type ActionInfo,
  type AttemptDetail,
  type ExecutionDetail,
  type ExecutionPlan,
  type ExecutionRequest,
  type ProposalRequest,
  type RunbookDetail,
  type RunbookPage,
  type RunbooksClient,
  type RunbooksPaths,
  type Suggestion,
} from '@ghostlight/plugin-runbooks-common';
import { bodyOf, clientFor } from '@ghostlight/reliability-node';

/**
 * Which runbooks.
 *
 * @public
 */
export type ListRunbooksRequest = NonNullable<
  RunbooksPaths['/v1/runbooks']['get']['parameters']['query']
>;

/**
 * Help for what.
 *
 * @public
 */
export type ListSuggestionsRequest = NonNullable<
  RunbooksPaths['/v1/suggestions']['get']['parameters']['query']
>;

/**
 * Which page of the texts of runbooks.
 *
 * @public
 */
export type ListRunbookDocumentsRequest = NonNullable<
  RunbooksPaths['/v1/documents']['get']['parameters']['query']
>;

/**
 * One page of the texts of runbooks.
 *
 * @public
 */
export type RunbookDocumentPage =
  RunbooksPaths['/v1/documents']['get']['responses'][200]['content']['application/json'];

/**
 * On whose behalf the runbooks plugin is asked.
 *
 * @public
 */
export interface RunbooksServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * What the runbooks family answers to other backend plugins. Refusals and failures are thrown as
 * `ResponseError` of `@backstage/errors`. Nothing here runs anything: others may propose, and a human
 * approves.
 *
 * @public
 */
export interface RunbooksService {
  /** One page of runbooks. */
  listRunbooks(
    request: ListRunbooksRequest,
    options: RunbooksServiceOptions,
  ): Promise<RunbookPage>;

  /** One runbook with its steps. */
  getRunbook(
    ref: string,
    options: RunbooksServiceOptions,
  ): Promise<RunbookDetail>;

  /** What may help, the best first. */
  listSuggestions(
    request: ListSuggestionsRequest,
    options: RunbooksServiceOptions,
  ): Promise<Suggestion[]>;

  /** What a run would do. Changes nothing. */
  planExecution(
    request: ExecutionRequest,
    options: RunbooksServiceOptions,
  ): Promise<ExecutionPlan>;

  /** A run as it stands. */
  getExecution(
    id: string,
    options: RunbooksServiceOptions,
  ): Promise<ExecutionDetail>;

  /** Proposes an action that a human must approve. */
  propose(
    request: ProposalRequest,
    options: RunbooksServiceOptions,
  ): Promise<AttemptDetail>;

  /** Runbooks as text, page by page. */
  listDocuments(
    request: ListRunbookDocumentsRequest,
    options: RunbooksServiceOptions,
  ): Promise<RunbookDocumentPage>;

  /** The actions that are installed. */
  listActions(options: RunbooksServiceOptions): Promise<ActionInfo[]>;
}

class RunbooksServiceClient implements RunbooksService {
  private constructor(
    private readonly client: (
      options: RunbooksServiceOptions,
    ) => Promise<RunbooksClient>,
  ) {}

  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    const pluginId = 'runbooks';
    const createClient = createRunbooksClient;
    return new RunbooksServiceClient(
      clientFor({ ...options, pluginId, createClient }),
    );
  }

  async listRunbooks(
    query: ListRunbooksRequest,
    options: RunbooksServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/runbooks', { params: { query } }),
    );
  }

  async getRunbook(ref: string, options: RunbooksServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/runbooks/{ref}', {
        params: { path: { ref } },
      }),
    );
  }

  async listSuggestions(
    query: ListSuggestionsRequest,
    options: RunbooksServiceOptions,
  ) {
    const client = await this.client(options);
    const { items } = bodyOf(
      await client.request('get', '/v1/suggestions', { params: { query } }),
    );
    return items;
  }

  async planExecution(body: ExecutionRequest, options: RunbooksServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('post', '/v1/executions/plan', { body }),
    );
  }

  async getExecution(id: string, options: RunbooksServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/executions/{id}', {
        params: { path: { id } },
      }),
    );
  }

  async propose(body: ProposalRequest, options: RunbooksServiceOptions) {
    const client = await this.client(options);
    return bodyOf(await client.request('post', '/v1/proposals', { body }));
  }

  async listDocuments(
    query: ListRunbookDocumentsRequest,
    options: RunbooksServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/documents', { params: { query } }),
    );
  }

  async listActions(options: RunbooksServiceOptions) {
    const client = await this.client(options);
    const { items } = bodyOf(await client.request('get', '/v1/actions', {}));
    return items;
  }
}

/**
 * Asks the runbooks plugin, wherever it runs, over its HTTP API.
 *
 * @public
 */
export const runbooksServiceRef = createServiceRef<RunbooksService>({
  id: 'runbooks.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => RunbooksServiceClient.create(deps),
    }),
});
