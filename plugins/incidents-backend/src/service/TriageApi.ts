import type {
  AlertReview,
  EvidenceBundle,
  IncidentCluster,
  IncidentSummary,
  Narrative,
  RunbookDraft,
  RunbookDraftRequest,
  Triage,
  TriageEvent,
  TriageFeedbackRequest,
  TriageProposal,
  TriageReport,
  TriageRequest,
  TriageRun,
  TriageSettings,
  TriageSpend,
} from '@ghostlight/plugin-incidents-common';
import type { CallOptions } from './CallOptions';

/** How a run is told of while it goes. */
export interface RunOptions extends CallOptions {
  signal: AbortSignal;
  onEvent?: (event: TriageEvent) => void;
}

/** Why an incident happened, with evidence. Ids are readable ones: `INC-0042`, `TRI-0007`. */
export interface TriageApi {
  triage(id: string, options: CallOptions): Promise<Triage>;
  evidence(id: string, options: CallOptions): Promise<EvidenceBundle>;
  /** Asks the model; what fails is a run that says why. */
  start(
    id: string,
    request: TriageRequest,
    options: RunOptions,
  ): Promise<TriageRun>;
  runs(id: string, options: CallOptions): Promise<TriageRun[]>;
  run(runId: string, options: CallOptions): Promise<TriageRun>;
  giveFeedback(
    runId: string,
    feedback: TriageFeedbackRequest,
    options: CallOptions,
  ): Promise<TriageRun>;
  /** Proposes an action that a run names; a human approves it. */
  propose(
    runId: string,
    index: number,
    options: CallOptions,
  ): Promise<TriageProposal>;
  reviewAlerts(
    id: string,
    request: TriageRequest,
    options: RunOptions,
  ): Promise<AlertReview>;
  summarize(
    id: string,
    request: TriageRequest,
    options: RunOptions,
  ): Promise<IncidentSummary>;
  narrate(
    id: string,
    request: TriageRequest,
    options: RunOptions,
  ): Promise<Narrative>;
  draftRunbook(
    request: RunbookDraftRequest,
    options: RunOptions,
  ): Promise<RunbookDraft>;
  clusters(days: number, options: CallOptions): Promise<IncidentCluster[]>;
  settings(options: CallOptions): Promise<TriageSettings>;
  spend(days: number, options: CallOptions): Promise<TriageSpend>;
  /** The deterministic result of an incident that somebody describes; `body` is checked here. */
  replay(body: unknown, options: CallOptions): Promise<TriageReport>;
}
