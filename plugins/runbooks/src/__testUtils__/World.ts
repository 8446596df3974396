import type {
  ActionInfo,
  ApprovalItem,
  ExecutionDetail,
  ExecutionPlan,
  Experiment,
  JournalEntry,
  RunbookDetail,
  RunbooksPaths,
  Suggestion,
} from '@ghostlight/plugin-runbooks-common';
import { FakePortal } from '@ghostlight/reliability-react/fakes';
import { someExperiment } from './experiments';
import { someRemediation, type Remediation } from './remediation';
import { somePlan } from './runbooks';

/** What the fake portal answers from; a test changes it as it likes. */
export class World {
  readonly portal = new FakePortal<RunbooksPaths>();
  runbooks: RunbookDetail[] = [];
  /** For every incident and entity, but those of which nothing is known. */
  suggestions: Suggestion[] = [];
  actions: ActionInfo[] = [];
  executions: ExecutionDetail[] = [];
  /** Of every run. */
  journal: JournalEntry[] = [];
  approvals: ApprovalItem[] = [];
  plan: ExecutionPlan;
  readonly remediation: Remediation;
  experiments: Experiment[];

  constructor(
    /** Epoch milliseconds of all that has just happened. */
    readonly now: number,
  ) {
    this.plan = somePlan(now);
    this.remediation = someRemediation(now);
    this.experiments = [someExperiment(now)];
  }
}
