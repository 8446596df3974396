import type {
  EvaluationRequest,
  FreezeRequest,
  OverrideRequest,
  ReleaseApprovalRequest,
} from '@ghostlight/plugin-delivery-common';
import {
  callerOf,
  readEntityRef,
  readEntityRefs,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { FreezeCalendar } from '../freezes';
import {
  approveRelease,
  createOverride,
  listApprovals,
  listEvaluations,
  listOverrides,
  locateApproval,
  locateOverride,
  recordEvaluation,
  revokeApproval,
  revokeOverride,
  type GateKeeper,
  type GateSigner,
} from '../gate';
import type { CallOptions } from './CallOptions';
import type {
  ApprovalsRequest,
  GateApi,
  GateRequest,
  OverridesRequest,
} from './GateApi';

const production = 'production';
/** Milliseconds ahead that freezes are shown for unless asked otherwise. */
const ahead = 90 * 24 * 3600_000;

export interface GateApiOptions {
  db: Knex;
  now: () => number;
  keeper: GateKeeper;
  signer: GateSigner;
  calendar: FreezeCalendar;
}

export class DefaultGateApi implements GateApi {
  private constructor(private readonly options: GateApiOptions) {}

  static create(options: GateApiOptions): DefaultGateApi {
    return new DefaultGateApi(options);
  }

  judge(request: GateRequest, { credentials }: CallOptions) {
    const { entityRef, environment = production, version } = request;
    return this.options.keeper.judge({
      entityRef: readEntityRef('entityRef', entityRef, 'component'),
      environment,
      version,
      purpose: request.purpose ?? 'deploy',
      credentials,
    });
  }

  async keys() {
    return (await this.options.signer.keys()).map(key => ({ ...key }));
  }

  listOverrides({ entityRef, all }: OverridesRequest) {
    const { db, now } = this.options;
    const entityRefs = readEntityRefs('entityRef', entityRef, 'component');
    return listOverrides(db, { entityRefs, all }, now());
  }

  override(request: OverrideRequest, { credentials }: CallOptions) {
    const { db, now } = this.options;
    return createOverride(db, request, callerOf(credentials), now());
  }

  revokeOverride(id: string, { credentials }: CallOptions) {
    const { db, now } = this.options;
    return revokeOverride(db, id, callerOf(credentials), now());
  }

  listApprovals(request: ApprovalsRequest) {
    const entityRef = readEntityRef(
      'entityRef',
      request.entityRef,
      'component',
    );
    return listApprovals(this.options.db, { ...request, entityRef });
  }

  approve(request: ReleaseApprovalRequest, { credentials }: CallOptions) {
    const { db, now } = this.options;
    return approveRelease(db, request, callerOf(credentials), now());
  }

  revokeApproval(id: string) {
    return revokeApproval(this.options.db, id, this.options.now());
  }

  listEvaluations(entityRef: string, limit = 50) {
    const ref = readEntityRef('entityRef', entityRef, 'component');
    return listEvaluations(this.options.db, ref, limit);
  }

  recordEvaluation(request: EvaluationRequest) {
    return recordEvaluation(this.options.db, request, this.options.now());
  }

  listFreezes({ from, to }: { from?: string; to?: string }) {
    const start = from ? Date.parse(from) : this.options.now();
    const end = to ? Date.parse(to) : start + ahead;
    return this.options.calendar.between(start, end);
  }

  planFreeze(request: FreezeRequest, { credentials }: CallOptions) {
    const { calendar, now } = this.options;
    return calendar.plan(request, callerOf(credentials), now());
  }

  endFreeze(id: string) {
    return this.options.calendar.end(id, this.options.now());
  }

  locate(of: 'override' | 'approval', id: string) {
    const { db } = this.options;
    return of === 'override' ? locateOverride(db, id) : locateApproval(db, id);
  }
}
