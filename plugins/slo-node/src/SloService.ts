import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type AuthService,
  type BackstageCredentials,
  type DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createSloClient,
  type BurnAlert,
  type Correction,
  type CorrectionRequest,
  type Gate,
  type Measurement,
  type ObjectiveDetail,
  type ObjectivePage,
  type Series,
  type Signals,
  type SloClient,
  type SloPaths,
  type Spent,
} from '@ghostlight/plugin-slo-common';
import { bodyOf, clientFor } from '@ghostlight/reliability-node';

/**
 * Filters, order and page of a list of objectives.
 *
 * @public
 */
export type ListObjectivesRequest = NonNullable<
  SloPaths['/v1/objectives']['get']['parameters']['query']
>;

/**
 * Which burn-rate alerts, and from where on.
 *
 * @public
 */
export type ListAlertsRequest = NonNullable<
  SloPaths['/v1/alerts']['get']['parameters']['query']
>;

/**
 * Which corrections: of an entity or of all that the caller may see, of a kind, over a span. Epoch
 * seconds.
 *
 * @public
 */
export type ListCorrectionsRequest = NonNullable<
  SloPaths['/v1/corrections']['get']['parameters']['query']
>;

/**
 * Which objective, over which span of epoch seconds, and of which series.
 *
 * @public
 */
export interface MeasureRequest {
  ref: string;
  from: number;
  to: number;
  /** At most five, by name. */
  labels?: Record<string, string>;
  /**
   * Of the minutes that end at `to`, whole or not, asked of the source now: for whoever cannot wait for a
   * minute to end. At most ten, and without labels. Where its source cannot tell, the whole ones are told.
   */
  latest?: boolean;
}

/**
 * Which objective, over which span of epoch seconds, in how many buckets at most.
 *
 * @public
 */
export interface SeriesRequest {
  ref: string;
  from: number;
  to: number;
  /** 10 to 2000; 360 by default. */
  points?: number;
}

/**
 * On whose behalf the slo plugin is asked.
 *
 * @public
 */
export interface SloServiceOptions {
  credentials: BackstageCredentials;
  /** Calls the question off; heeded by `measure`, `getSeries` and `getSignals`. */
  signal?: AbortSignal;
}

/**
 * What the slo family answers to other backend plugins. Refusals and failures are thrown as
 * `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export interface SloService {
  /** One page of objectives with their verdicts, the least budget left first. */
  listObjectives(
    request: ListObjectivesRequest,
    options: SloServiceOptions,
  ): Promise<ObjectivePage>;

  /** One objective by its ref. */
  getObjective(
    ref: string,
    options: SloServiceOptions,
  ): Promise<ObjectiveDetail>;

  /** May this entity take risk? */
  getGate(entityRef: string, options: SloServiceOptions): Promise<Gate>;

  /** Burn-rate alerts after a sequence number, oldest change first; `last` is where to go on. */
  listAlerts(
    request: ListAlertsRequest,
    options: SloServiceOptions,
  ): Promise<{ items: BurnAlert[]; last: number }>;

  /**
   * Good and total of an objective in the whole minutes of a past span of six hours at most. With labels
   * of the series that have them all, where its source can tell them apart: `unavailable` says where not.
   */
  measure(
    request: MeasureRequest,
    options: SloServiceOptions,
  ): Promise<Measurement>;

  /** Good and total of an objective over a span, bucket by bucket, no finer than a minute. */
  getSeries(
    request: SeriesRequest,
    options: SloServiceOptions,
  ): Promise<Series>;

  /** The golden signals of an entity: the latest, and minute by minute as far as they are kept. */
  getSignals(entityRef: string, options: SloServiceOptions): Promise<Signals>;

  /**
   * What the objectives of entities spent of their budgets in a span of epoch seconds, in minutes of
   * those budgets. One request for a hundred entities.
   */
  getSpent(
    request: { entityRefs: string[]; from: number; to: number },
    options: SloServiceOptions,
  ): Promise<Spent[]>;

  /**
   * Marks a span of an entity's time: `maintenance` and `incident` are left out of its budgets,
   * `simulated` counts and is shown as what it is. Needs the permission to correct.
   */
  addCorrection(
    request: CorrectionRequest,
    options: SloServiceOptions,
  ): Promise<Correction>;

  /** Spans of time that are left out of budgets (or marked as simulated), the latest first. */
  listCorrections(
    request: ListCorrectionsRequest,
    options: SloServiceOptions,
  ): Promise<Correction[]>;
}

const measurementPath = '/v1/objectives/{ref}/measurement';
const entitiesAtOnce = 100;

class SloServiceClient implements SloService {
  private constructor(
    private readonly client: (options: SloServiceOptions) => Promise<SloClient>,
  ) {}

  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    const pluginId = 'slo';
    const createClient = createSloClient;
    return new SloServiceClient(
      clientFor({ ...options, pluginId, createClient }),
    );
  }

  async listObjectives(
    query: ListObjectivesRequest,
    options: SloServiceOptions,
  ) {
    const client = await this.client(options);
    return bodyOf(await client.GET('/v1/objectives', { params: { query } }));
  }

  async getObjective(ref: string, options: SloServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.GET('/v1/objectives/{ref}', { params: { path: { ref } } }),
    );
  }

  async getGate(entityRef: string, options: SloServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.GET('/v1/gate', { params: { query: { entityRef } } }),
    );
  }

  async listAlerts(query: ListAlertsRequest, options: SloServiceOptions) {
    const client = await this.client(options);
    return bodyOf(await client.GET('/v1/alerts', { params: { query } }));
  }

  async measure(request: MeasureRequest, options: SloServiceOptions) {
    const client = await this.client(options);
    const { ref, from, to, labels = {}, latest } = request;
    const label = Object.entries(labels).map(pair => pair.join('='));
    const query = {
      from,
      to,
      ...(label.length && { label }),
      ...(latest && { latest }),
    };
    return bodyOf(
      await client.GET(measurementPath, {
        params: { path: { ref }, query },
        signal: options.signal,
      }),
    );
  }

  async getSeries(request: SeriesRequest, options: SloServiceOptions) {
    const client = await this.client(options);
    const { ref, ...query } = request;
    return bodyOf(
      await client.GET('/v1/objectives/{ref}/series', {
        params: { path: { ref }, query },
        signal: options.signal,
      }),
    );
  }

  async getSignals(entityRef: string, options: SloServiceOptions) {
    const client = await this.client(options);
    return bodyOf(
      await client.GET('/v1/signals', {
        params: { query: { entityRef } },
        signal: options.signal,
      }),
    );
  }

  async getSpent(
    request: { entityRefs: string[]; from: number; to: number },
    options: SloServiceOptions,
  ) {
    const client = await this.client(options);
    const { entityRefs, from, to } = request;
    const items: Spent[] = [];
    for (let at = 0; at < entityRefs.length; at += entitiesAtOnce) {
      const entityRef = entityRefs.slice(at, at + entitiesAtOnce);
      const answer = bodyOf(
        await client.GET('/v1/spent', {
          params: { query: { entityRef, from, to } },
        }),
      );
      items.push(...answer.items);
    }
    return items;
  }

  async addCorrection(body: CorrectionRequest, options: SloServiceOptions) {
    const client = await this.client(options);
    return bodyOf(await client.POST('/v1/corrections', { body }));
  }

  async listCorrections(
    query: ListCorrectionsRequest,
    options: SloServiceOptions,
  ) {
    const client = await this.client(options);
    const { items } = bodyOf(
      await client.GET('/v1/corrections', { params: { query } }),
    );
    return items;
  }
}

/**
 * Asks the slo plugin, wherever it runs, over its HTTP API.
 *
 * @public
 */
export const sloServiceRef = createServiceRef<SloService>({
  id: 'slo.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => SloServiceClient.create(deps),
    }),
});
