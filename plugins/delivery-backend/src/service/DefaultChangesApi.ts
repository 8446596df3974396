import type { Lane, SourceStatus } from '@ghostlight/plugin-delivery-common';
import { readEntityRef, say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  getChange,
  getDeployment,
  listChanges,
  listDeployments,
  listLanes,
  readFeed,
  readOverview,
  type LaneFacts,
  type ListChangesRequest,
  type ListDeploymentsRequest,
  type ReadFeedRequest,
  type ReadOverviewRequest,
} from '../changes';
import type { GateKeeper } from '../gate';
import { runningRollbacks } from '../rollbacks';
import { runningRollouts } from '../rollouts';
import type { CallOptions } from './CallOptions';
import type { ChangesApi } from './ChangesApi';

export interface ChangesApiOptions {
  db: Knex;
  now: () => number;
  keeper: GateKeeper;
  rolloutSettings: { alpha: number };
  sources: () => Promise<SourceStatus[]>;
}

export class DefaultChangesApi implements ChangesApi {
  private constructor(private readonly options: ChangesApiOptions) {}

  static create(options: ChangesApiOptions): DefaultChangesApi {
    return new DefaultChangesApi(options);
  }

  feed(request: ReadFeedRequest, { visible }: CallOptions) {
    return readFeed(this.options.db, request, visible);
  }

  list(request: ListChangesRequest, { visible }: CallOptions) {
    return listChanges(this.options.db, request, visible);
  }

  get(id: string, { visible }: CallOptions) {
    return getChange(this.options.db, id, visible);
  }

  deployments(request: ListDeploymentsRequest, { visible }: CallOptions) {
    return listDeployments(this.options.db, request, visible);
  }

  deployment(id: string, { visible }: CallOptions) {
    return getDeployment(this.options.db, id, visible);
  }

  async lanes(entityRef: string, options: CallOptions) {
    const { db, now, rolloutSettings } = this.options;
    const ref = readEntityRef('entityRef', entityRef, 'component');
    const [facts, rollouts, rollbacks] = await Promise.all([
      listLanes(db, ref, options.visible),
      runningRollouts({ db, settings: rolloutSettings }, ref),
      runningRollbacks(db, ref),
    ]);
    const mays = await options.mayApply?.(
      facts.map(({ environment, ownerRef, systemRef }) => ({
        entityRef: ref,
        environment,
        ownerRef,
        systemRef,
      })),
    );
    const items = await Promise.all(
      facts.map(async (lane, index): Promise<Lane> => {
        const { environment, targets, current, running, lastGood } = lane;
        const rollout = rollouts.get(environment);
        const rollback = rollbacks.get(environment);
        return {
          environment,
          targets,
          ...(current && { current }),
          ...(running && { running }),
          ...(lastGood && { lastGood }),
          ...(rollout && { rollout }),
          ...(rollback && { rollback }),
          gate: await this.gateOf(ref, lane, options),
          mayRollBack: mays?.[index] ?? { allowed: true, who: [] },
        };
      }),
    );
    return {
      entityRef: ref,
      items,
      missing: items.length
        ? []
        : [
            say(
              'lanes.none',
              'No deployment is known yet. Annotate the entity, or let the pipeline tell of its deployments.',
            ),
          ],
      asOf: new Date(now()).toISOString(),
    };
  }

  overview(request: ReadOverviewRequest, { visible }: CallOptions) {
    const { db, now } = this.options;
    return readOverview(db, request, visible, now());
  }

  sources() {
    return this.options.sources();
  }

  private async gateOf(
    entityRef: string,
    { environment }: LaneFacts,
    { credentials }: CallOptions,
  ): Promise<Lane['gate']> {
    const { verdict, said } = await this.options.keeper.judge({
      entityRef,
      environment,
      purpose: 'deploy',
      credentials,
    });
    return { verdict, said };
  }
}
