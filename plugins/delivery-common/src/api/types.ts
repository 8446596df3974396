import type { components } from '../generated/openapi';
/** @public */
export type Sentence = components['schemas']['Sentence'];
/** @public */
export type ChangeKind = components['schemas']['ChangeKind'];
/** @public */
export type Outcome = components['schemas']['Outcome'];
/** @public */
export type Strategy = components['schemas']['Strategy'];
/** @public */
export type Starter = components['schemas']['Starter'];
/** @public */
export type ChangedValue = components['schemas']['ChangedValue'];
/** @public */
export type Change = components['schemas']['Change'];
/** @public */
export type FeedEntry = components['schemas']['FeedEntry'];
/** @public */
export type Feed = components['schemas']['Feed'];
/** @public */
export type ChangePage = components['schemas']['ChangePage'];
/** @public */
export type IntakeReceipt = components['schemas']['IntakeReceipt'];
/** @public */
export type Target = components['schemas']['Target'];
/** @public */
export type Spent = components['schemas']['Spent'];
/** @public */
export type FailureCause = components['schemas']['FailureCause'];
/** @public */
export type WatchBrief = components['schemas']['WatchBrief'];
/** @public */
export type Deployment = components['schemas']['Deployment'];
/** @public */
export type DeploymentPage = components['schemas']['DeploymentPage'];
/** @public */
export type RolloutBrief = components['schemas']['RolloutBrief'];
/** @public */
export type Lane = components['schemas']['Lane'];
/** @public */
export type May = components['schemas']['May'];
/** @public */
export type Lanes = components['schemas']['Lanes'];
/** @public */
export type Overview = components['schemas']['Overview'];
/** @public */
export type Verdict = components['schemas']['Verdict'];
/** @public */
export type CheckVerdict = components['schemas']['CheckVerdict'];
/** @public */
export type Evidence = components['schemas']['Evidence'];
/** @public */
export type GateCheck = components['schemas']['GateCheck'];
/** @public */
export type Gate = components['schemas']['Gate'];
/** @public */
export type Override = components['schemas']['Override'];
/** @public */
export type OverrideRequest = components['schemas']['OverrideRequest'];
/** @public */
export type Freeze = components['schemas']['Freeze'];
/** @public */
export type FreezeRequest = components['schemas']['FreezeRequest'];
/** @public */
export type ReleaseApproval = components['schemas']['ReleaseApproval'];
/** @public */
export type ReleaseApprovalRequest =
  components['schemas']['ReleaseApprovalRequest'];
/** @public */
export type Evaluation = components['schemas']['Evaluation'];
/** @public */
export type EvaluationRequest = components['schemas']['EvaluationRequest'];
/** @public */
export type VersionRef = components['schemas']['VersionRef'];
/** @public */
export type PlanLane = components['schemas']['PlanLane'];
/** @public */
export type Undoer = components['schemas']['Undoer'];
/** @public */
export type RollbackPlan = components['schemas']['RollbackPlan'];
/** @public */
export type PlanRequest = components['schemas']['PlanRequest'];
/** @public */
export type RollbackRequest = components['schemas']['RollbackRequest'];
/** @public */
export type RollbackState = components['schemas']['RollbackState'];
/** @public */
export type RunStep = components['schemas']['RunStep'];
/** @public */
export type LedgerEntry = components['schemas']['LedgerEntry'];
/** @public */
export type JournalEntry = components['schemas']['JournalEntry'];
/** @public */
export type SliReading = components['schemas']['SliReading'];
/** @public */
export type Rollback = components['schemas']['Rollback'];
/** @public */
export type RollbackDetail = components['schemas']['RollbackDetail'];
/** @public */
export type RollbackPage = components['schemas']['RollbackPage'];
/** @public */
export type DecisionRequest = components['schemas']['DecisionRequest'];
/** @public */
export type CancelRequest = components['schemas']['CancelRequest'];
/** @public */
export type RolloutState = components['schemas']['RolloutState'];
/** @public */
export type RolloutStep = components['schemas']['RolloutStep'];
/** @public */
export type Comparison = components['schemas']['Comparison'];
/** @public */
export type JudgedObjective = components['schemas']['JudgedObjective'];
/** @public */
export type MetricName = components['schemas']['MetricName'];
/** @public */
export type StrategySpec = components['schemas']['StrategySpec'];
/** @public */
export type Rollout = components['schemas']['Rollout'];
/** @public */
export type RolloutPage = components['schemas']['RolloutPage'];
/** @public */
export type RolloutAction = components['schemas']['RolloutAction'];
/** @public */
export type RolloutRequest = components['schemas']['RolloutRequest'];
/** @public */
export type RolloutActionRequest =
  components['schemas']['RolloutActionRequest'];
/** @public */
export type WatchRule = components['schemas']['WatchRule'];
/** @public */
export type Watch = components['schemas']['Watch'];
/** @public */
export type WatchPage = components['schemas']['WatchPage'];
/** @public */
export type DoraMetric = components['schemas']['DoraMetric'];
/** @public */
export type Dora = components['schemas']['Dora'];
/** @public */
export type SourceStatus = components['schemas']['SourceStatus'];
