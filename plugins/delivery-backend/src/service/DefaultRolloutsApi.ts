import { ConflictError } from '@backstage/errors';
import type {
  DecisionRequest,
  RolloutActionRequest,
  RolloutRequest,
} from '@ghostlight/plugin-delivery-common';
import {
  callerOf,
  readEntityRef,
  readEntityRefs,
} from '@ghostlight/reliability-node';
import { exportDora, readDora, readScope, type DoraRequest } from '../dora';
import type { GateKeeper } from '../gate';
import { approvalNeeded, type ApprovalPolicy } from '../rollbacks';
import {
  actOnRollout,
  getRollout,
  listRollouts,
  startRollout,
  versionOf,
  withControls,
  type DescribedRollout,
  type RolloutContext,
} from '../rollouts';
import { cancelWatch, getWatch, listWatches } from '../watches';
import type { CallOptions } from './CallOptions';
import { decideRollout, readApproval } from './rolloutApproval';
import { anybody } from './mayOf';
import type { OwnershipOf } from './DefaultRollbacksApi';
import type {
  ListRolloutsRequest,
  ListWatchesRequest,
  RolloutsApi,
} from './RolloutsApi';

const production = 'production';

export interface RolloutsApiOptions {
  context: RolloutContext;
  approval: ApprovalPolicy;
  keeper: GateKeeper;
  ownershipOf: OwnershipOf;
}

export class DefaultRolloutsApi implements RolloutsApi {
  private constructor(private readonly options: RolloutsApiOptions) {}

  static create(options: RolloutsApiOptions): DefaultRolloutsApi {
    return new DefaultRolloutsApi(options);
  }

  async list(request: ListRolloutsRequest, options: CallOptions) {
    const { entityRef, ...filter } = request;
    const { items, nextCursor } = await listRollouts(
      this.options.context,
      {
        ...filter,
        entityRefs: readEntityRefs('entityRef', entityRef, 'component'),
      },
      options.visible,
    );
    return {
      items: await this.withMays(items, options),
      ...(nextCursor && { nextCursor }),
    };
  }

  async start(
    request: RolloutRequest & { idempotencyKey?: string },
    options: CallOptions,
  ) {
    const { context, approval, keeper, ownershipOf } = this.options;
    const { idempotencyKey, environment = production, ...asked } = request;
    const entityRef = readEntityRef(
      'entityRef',
      request.entityRef,
      'component',
    );
    const { verdict, said } = await keeper.judge({
      entityRef,
      environment,
      version: request.version ?? versionOf(request.image),
      purpose: 'deploy',
      credentials: options.credentials,
    });
    if (verdict === 'deny')
      throw new ConflictError(
        `The gate says no: ${said.text} Override it, or wait`,
      );
    const entity = context.entityOf(entityRef);
    const waits = entity && approvalNeeded(approval, entity, environment);
    const id = await startRollout(
      context,
      { ...asked, entityRef, environment },
      {
        name: callerOf(options.credentials),
        credentials: options.credentials,
        ...ownershipOf(entityRef),
        ...(idempotencyKey && { idempotencyKey }),
        ...(waits && { approvalUntil: context.now() + approval.waits }),
      },
    );
    return this.get(id, options);
  }

  async get(id: string, options: CallOptions) {
    const rollout = await getRollout(this.options.context, id);
    const [[shown], approval] = await Promise.all([
      this.withMays([rollout], options),
      readApproval(this.options.context, id),
    ]);
    return approval
      ? { ...shown, approval: { ...approval, may: anybody } }
      : shown;
  }

  async act(id: string, request: RolloutActionRequest, options: CallOptions) {
    const by = callerOf(options.credentials);
    await actOnRollout(this.options.context, id, request, by);
    return this.get(id, options);
  }

  async decide(
    id: string,
    { approve, comment }: DecisionRequest,
    options: CallOptions,
  ) {
    const by = callerOf(options.credentials);
    await decideRollout(this.options.context, id, { approve, by, comment });
    return this.get(id, options);
  }

  listWatches(request: ListWatchesRequest, { visible }: CallOptions) {
    const { entityRef, state, ...filter } = request;
    return listWatches(
      this.options.context.db,
      {
        ...filter,
        states: state,
        entityRefs: readEntityRefs('entityRef', entityRef, 'component'),
      },
      visible,
    );
  }

  getWatch(id: string) {
    return getWatch(this.options.context.db, id);
  }

  async cancelWatch(id: string, reason: string, { credentials }: CallOptions) {
    const by = callerOf(credentials);
    await cancelWatch(this.options.context, id, by, reason);
    return this.getWatch(id);
  }

  dora(request: DoraRequest, { visible }: CallOptions) {
    const { db, now } = this.options.context;
    return readDora(db, readScope(request, now()), visible, now());
  }

  exportDora(request: DoraRequest, { visible }: CallOptions) {
    const { db, now } = this.options.context;
    return exportDora(db, readScope(request, now()), visible);
  }

  private async withMays(
    rollouts: DescribedRollout[],
    { mayApply }: CallOptions,
  ) {
    const mays = await mayApply?.(
      rollouts.map(({ entityRef, environment, ownerRef, systemRef }) => ({
        entityRef,
        environment,
        ownerRef,
        systemRef,
      })),
    );
    return rollouts.map((rollout, index) =>
      withControls(rollout, mays?.[index] ?? anybody),
    );
  }
}
