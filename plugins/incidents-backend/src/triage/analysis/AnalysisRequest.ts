import type {
  EvidenceBundle,
  TriageCase,
  TriageEvent,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import type { TriageTools } from './tools/TriageTools';

/** In which the model writes. */
export type AnswerLanguage = 'en' | 'es';

/** An incident as the collector found it: redacted, capped. */
export interface AnalysedEvidence {
  case: TriageCase;
  bundle: EvidenceBundle;
}

/** What every question has. */
export interface TaskRequest {
  language?: AnswerLanguage;
  /** Ask even if the same was asked before. */
  again?: boolean;
  /** Entity ref of who asks. */
  by: string;
  signal?: AbortSignal;
  onEvent?: (event: TriageEvent) => void;
}

/** What questions about one incident have. */
export interface IncidentTaskRequest extends TaskRequest {
  incident: {
    /** `INC-0042` */
    id: string;
    /** Not sent: the title of the case is, which is redacted. */
    title?: string;
  };
  collected: AnalysedEvidence;
  /** The deterministic result of the same evidence. */
  report: TriageReport;
}

/** An analysis of an incident. */
export interface AnalysisRequest extends IncidentTaskRequest {
  /** The installed ones: nothing else can be proposed. */
  actions?: ActionInfo[];
  /** What the model may look into; the case itself by default. */
  tools?: TriageTools;
}

/** The prose of a postmortem. */
export interface NarrativeRequest extends IncidentTaskRequest {
  /** Markdown that code made of the record; the prose is put around it. */
  facts: NarrativeFacts;
}

/** What code says in a postmortem, ready made, and what the model may build on. */
export interface NarrativeFacts {
  /** Of the document, without its sign. */
  title: string;
  /** Sections of Markdown in their order, which stay as they are. */
  sections: { heading: string; markdown: string }[];
  /** What the model reads beside the evidence: one sentence each. */
  statements: { id: string; text: string; at?: string }[];
}

/** A past incident from which a runbook is drafted. Redacted. */
export interface ResolvedIncident {
  id: string;
  title: string;
  entityRefs: string[];
  rootCause?: string;
  mitigation?: string;
  minutes?: number;
  alerts?: string[];
  /** What was done and seen, the earliest first. */
  timeline?: { at: string; text: string }[];
}

/** A runbook of what solved incidents before. */
export interface RunbookDraftTask extends TaskRequest {
  /** At least three. */
  incidents: ResolvedIncident[];
  /** The installed ones: no other can be a step. */
  actions?: ActionInfo[];
}
