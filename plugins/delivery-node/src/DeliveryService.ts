import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type AuthService,
  type BackstageCredentials,
  type DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createDeliveryClient,
  type DeliveryClient,
  type DeliveryPaths,
  type DeploymentPage,
  type Feed,
  type Gate,
  type PlanRequest,
  type RollbackDetail,
  type RollbackPlan,
  type RollbackRequest,
} from '@ghostlight/plugin-delivery-common';
import { bodyOf, clientFor } from '@ghostlight/reliability-node';

/**
 * Where to go on in the feed, and how much of it.
 *
 * @public
 */
export type ReadFeedRequest = NonNullable<
  DeliveryPaths['/v1/feed']['get']['parameters']['query']
>;

/**
 * Whose history, and which part of it.
 *
 * @public
 */
export type ListDeploymentsRequest =
  DeliveryPaths['/v1/deployments']['get']['parameters']['query'];

/**
 * What the gate is asked.
 *
 * @public
 */
export type GetGateRequest =
  DeliveryPaths['/v1/gate']['get']['parameters']['query'];

/**
 * On whose behalf the delivery plugin is asked.
 *
 * @public
 */
export interface DeliveryServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * What the delivery family answers to other backend plugins. Refusals and failures are thrown as
 * `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export interface DeliveryService {
  /** A piece of the change feed, oldest first; `last` is where to go on. */
  readFeed(
    request: ReadFeedRequest,
    options: DeliveryServiceOptions,
  ): Promise<Feed>;

  /** One page of an entity's history, the latest first. */
  listDeployments(
    request: ListDeploymentsRequest,
    options: DeliveryServiceOptions,
  ): Promise<DeploymentPage>;

  /** May this version go out there now? */
  getGate(
    request: GetGateRequest,
    options: DeliveryServiceOptions,
  ): Promise<Gate>;

  /** What a rollback would do. Changes nothing. */
  planRollback(
    request: PlanRequest,
    options: DeliveryServiceOptions,
  ): Promise<RollbackPlan>;

  /** Asks for what a plan says; the same plan again gives the same rollback. */
  requestRollback(
    request: RollbackRequest,
    options: DeliveryServiceOptions,
  ): Promise<RollbackDetail>;

  /** A rollback as it stands. */
  getRollback(
    id: string,
    options: DeliveryServiceOptions,
  ): Promise<RollbackDetail>;
}

class DeliveryServiceClient implements DeliveryService {
  private constructor(
    private readonly client: (
      options: DeliveryServiceOptions,
    ) => Promise<DeliveryClient>,
  ) {}

  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    const pluginId = 'delivery';
    const createClient = createDeliveryClient;
    return new DeliveryServiceClient(
      clientFor({ ...options, pluginId, createClient }),
    );
  }

  async readFeed(query: ReadFeedRequest, options: DeliveryServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/feed', { params: { query } }),
    );
  }

  async listDeployments(
    query: ListDeploymentsRequest,
    options: DeliveryServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/deployments', { params: { query } }),
    );
  }

  async getGate(query: GetGateRequest, options: DeliveryServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/gate', { params: { query } }),
    );
  }

  async planRollback(body: PlanRequest, options: DeliveryServiceOptions) {
    const client = await this.client(options);
    return bodyOf(await client.request('post', '/v1/rollbacks/plan', { body }));
  }

  async requestRollback(
    body: RollbackRequest,
    options: DeliveryServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(await client.request('post', '/v1/rollbacks', { body }));
  }

  async getRollback(id: string, options: DeliveryServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.request('get', '/v1/rollbacks/{id}', {
        params: { path: { id } },
      }),
    );
  }
}

/**
 * Asks the delivery plugin, wherever it runs, over its HTTP API.
 *
 * @public
 */
export const deliveryServiceRef = createServiceRef<DeliveryService>({
  id: 'delivery.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => DeliveryServiceClient.create(deps),
    }),
});
