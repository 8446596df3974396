import type { components } from '../generated/openapi';
/** @public */
export type Sentence = components['schemas']['Sentence'];
/** @public */
export type May = components['schemas']['May'];
/** @public */
export type Finding = components['schemas']['Finding'];
/** @public */
export type Trigger = components['schemas']['Trigger'];
/** @public */
export type Severity = components['schemas']['Severity'];
/** @public */
export type InputSpec = components['schemas']['InputSpec'];
/** @public */
export type StepKind = components['schemas']['StepKind'];
/** @public */
export type Step = components['schemas']['Step'];
/** @public */
export type Verification = components['schemas']['Verification'];
/** @public */
export type Phase = components['schemas']['Phase'];
/** @public */
export type Cause = components['schemas']['Cause'];
/** @public */
export type Escalation = components['schemas']['Escalation'];
/** @public */
export type Communication = components['schemas']['Communication'];
/** @public */
export type Rehearsed = components['schemas']['Rehearsed'];
/** @public */
export type ExecutionBrief = components['schemas']['ExecutionBrief'];
/** @public */
export type Runbook = components['schemas']['Runbook'];
/** @public */
export type RunbookDetail = components['schemas']['RunbookDetail'];
/** @public */
export type RunbookPage = components['schemas']['RunbookPage'];
/** @public */
export type Suggestion = components['schemas']['Suggestion'];
/** @public */
export type ActionInfo = components['schemas']['ActionInfo'];
/** @public */
export type ChangedValue = components['schemas']['ChangedValue'];
/** @public */
export type BlastRadius = components['schemas']['BlastRadius'];
/** @public */
export type ActionPlan = components['schemas']['ActionPlan'];
/** @public */
export type PlannedStep = components['schemas']['PlannedStep'];
/** @public */
export type ExecutionPlan = components['schemas']['ExecutionPlan'];
/** @public */
export type ExecutionRequest = components['schemas']['ExecutionRequest'];
/** @public */
export type ExecutionState = components['schemas']['ExecutionState'];
/** @public */
export type ExecutionKind = components['schemas']['ExecutionKind'];
/** @public */
export type Execution = components['schemas']['Execution'];
/** @public */
export type ExecutionPage = components['schemas']['ExecutionPage'];
/** @public */
export type RunStep = components['schemas']['RunStep'];
/** @public */
export type LedgerEntry = components['schemas']['LedgerEntry'];
/** @public */
export type JournalEntry = components['schemas']['JournalEntry'];
/** @public */
export type Approval = components['schemas']['Approval'];
/** @public */
export type RehearsalReport = components['schemas']['RehearsalReport'];
/** @public */
export type ExecutionDetail = components['schemas']['ExecutionDetail'];
/** @public */
export type AnswerRequest = components['schemas']['AnswerRequest'];
/** @public */
export type ControlRequest = components['schemas']['ControlRequest'];
/** @public */
export type DecisionRequest = components['schemas']['DecisionRequest'];
/** @public */
export type RehearsalRequest = components['schemas']['RehearsalRequest'];
/** @public */
export type Mode = components['schemas']['Mode'];
/** @public */
export type Rung = components['schemas']['Rung'];
/** @public */
export type Limits = components['schemas']['Limits'];
/** @public */
export type Conditions = components['schemas']['Conditions'];
/** @public */
export type Earned = components['schemas']['Earned'];
/** @public */
export type Tally = components['schemas']['Tally'];
/** @public */
export type Policy = components['schemas']['Policy'];
/** @public */
export type PolicyPage = components['schemas']['PolicyPage'];
/** @public */
export type Switch = components['schemas']['Switch'];
/** @public */
export type SwitchRequest = components['schemas']['SwitchRequest'];
/** @public */
export type AttemptState = components['schemas']['AttemptState'];
/** @public */
export type Evidence = components['schemas']['Evidence'];
/** @public */
export type LimitCheck = components['schemas']['LimitCheck'];
/** @public */
export type Attempt = components['schemas']['Attempt'];
/** @public */
export type AttemptDetail = components['schemas']['AttemptDetail'];
/** @public */
export type AttemptPage = components['schemas']['AttemptPage'];
/** @public */
export type ProposalRequest = components['schemas']['ProposalRequest'];
/** @public */
export type Simulation = components['schemas']['Simulation'];
/** @public */
export type SimulationRequest = components['schemas']['SimulationRequest'];
/** @public */
export type RemediationMetrics = components['schemas']['RemediationMetrics'];
/** @public */
export type ApprovalItem = components['schemas']['ApprovalItem'];
/** @public */
export type ApprovalPage = components['schemas']['ApprovalPage'];
/** @public */
export type Fault = components['schemas']['Fault'];
/** @public */
export type Experiment = components['schemas']['Experiment'];
/** @public */
export type ExperimentPage = components['schemas']['ExperimentPage'];
/** @public */
export type ExperimentReport = components['schemas']['ExperimentReport'];
/** @public */
export type ExperimentRequest = components['schemas']['ExperimentRequest'];
/** @public */
export type RunbookDocument = components['schemas']['RunbookDocument'];
