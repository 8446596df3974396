import type {
  Change,
  DeliveryPaths,
  Deployment,
  Dora,
  Freeze,
  Gate,
  JournalEntry,
  Lane,
  Overview,
  ReleaseApproval,
  RollbackDetail,
  RollbackPlan,
  Rollout,
  SourceStatus,
  Watch,
} from '@ghostlight/plugin-delivery-common';
import { FakePortal } from '@ghostlight/reliability-react/fakes';
import { someDora } from './deployments';
import { someGate } from './plans';

/** What the fake portal answers from; a test changes it as it likes. */
export class World {
  readonly portal = new FakePortal<DeliveryPaths>();
  /** By entity ref. */
  lanes: Record<string, Lane[]> = {};
  deployments: Deployment[] = [];
  changes: Change[] = [];
  overview: Overview['items'] = [];
  plans: RollbackPlan[] = [];
  rollbacks: RollbackDetail[] = [];
  journal: JournalEntry[] = [];
  rollouts: Rollout[] = [];
  watches: Watch[] = [];
  approvals: ReleaseApproval[] = [];
  freezes: Freeze[] = [];
  sources: SourceStatus[] = [];
  gate: Gate;
  dora: Dora;

  constructor(
    /** Epoch milliseconds of all that has just happened. */
    readonly now: number,
  ) {
    this.gate = someGate(now);
    this.dora = someDora(now);
  }
}
