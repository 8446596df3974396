import type {
  DecisionRequest,
  DeliveryPaths,
  Dora,
  Rollout,
  RolloutActionRequest,
  RolloutPage,
  RolloutRequest,
  Watch,
  WatchPage,
} from '@ghostlight/plugin-delivery-common';
import type { DoraRequest } from '../dora';
import type { CallOptions } from './CallOptions';

export type ListRolloutsRequest = NonNullable<
  DeliveryPaths['/v1/rollouts']['get']['parameters']['query']
>;
export type ListWatchesRequest = NonNullable<
  DeliveryPaths['/v1/watches']['get']['parameters']['query']
>;

/** Versions on their way out, what became of them, and how well that goes. */
export interface RolloutsApi {
  list(
    request: ListRolloutsRequest,
    options: CallOptions,
  ): Promise<RolloutPage>;
  start(
    request: RolloutRequest & { idempotencyKey?: string },
    options: CallOptions,
  ): Promise<Rollout>;
  get(id: string, options: CallOptions): Promise<Rollout>;
  act(
    id: string,
    request: RolloutActionRequest,
    options: CallOptions,
  ): Promise<Rollout>;

  /** Agrees to one that waits for approval, or does not. */
  decide(
    id: string,
    request: DecisionRequest,
    options: CallOptions,
  ): Promise<Rollout>;

  listWatches(
    request: ListWatchesRequest,
    options: CallOptions,
  ): Promise<WatchPage>;
  getWatch(id: string, options: CallOptions): Promise<Watch>;
  cancelWatch(id: string, reason: string, options: CallOptions): Promise<Watch>;

  dora(request: DoraRequest, options: CallOptions): Promise<Dora>;
  /** The releases that the metrics count, as CSV. */
  exportDora(request: DoraRequest, options: CallOptions): Promise<string>;
}
