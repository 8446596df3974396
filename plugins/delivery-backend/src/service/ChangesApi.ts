import type {
  Change,
  ChangePage,
  Deployment,
  DeploymentPage,
  Feed,
  Lanes,
  Overview,
  SourceStatus,
} from '@ghostlight/plugin-delivery-common';
import type {
  ListChangesRequest,
  ListDeploymentsRequest,
  ReadFeedRequest,
  ReadOverviewRequest,
} from '../changes';
import type { CallOptions } from './CallOptions';

/** What changed: the feed, the history, what runs where. */
export interface ChangesApi {
  feed(request: ReadFeedRequest, options: CallOptions): Promise<Feed>;
  list(request: ListChangesRequest, options: CallOptions): Promise<ChangePage>;
  get(id: string, options: CallOptions): Promise<Change>;
  deployments(
    request: ListDeploymentsRequest,
    options: CallOptions,
  ): Promise<DeploymentPage>;
  deployment(id: string, options: CallOptions): Promise<Deployment>;
  lanes(entityRef: string, options: CallOptions): Promise<Lanes>;
  overview(
    request: ReadOverviewRequest,
    options: CallOptions,
  ): Promise<Overview>;
  sources(options: CallOptions): Promise<SourceStatus[]>;
}
