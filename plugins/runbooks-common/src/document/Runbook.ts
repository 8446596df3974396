import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  Communication,
  Escalation,
  Finding,
  Severity,
  Trigger,
  Verification,
} from '../api';

/**
 * A value that a run is given.
 *
 * @public
 */
export interface RunbookInput {
  name: string;
  title: string;
  type:
    | 'string'
    | 'number'
    | 'integer'
    | 'boolean'
    | 'choice'
    | 'entity'
    /** Kept out of records and screens. */
    | 'secret';
  description?: string;
  required: boolean;
  default?: JsonValue;
  choices?: string[];
  /** A regular expression that the whole text must match. */
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

/**
 * What all steps have.
 *
 * @public
 */
export interface StepBase {
  /** Unique in the runbook. */
  id: string;
  title: string;
  /** Markdown. */
  text?: string;
  timeoutSeconds: number;
  continueOnFailure?: boolean;
  retry?: { attempts: number; backoffSeconds: number };
  /** Done only after this answer to an earlier decision. */
  when?: { step: string; in: string[] };
}

/**
 * One step. Texts in `input` may name values as `${{ inputs.name }}`, `${{ entity.ref }}`,
 * `${{ entity.name }}`, `${{ environment }}`, `${{ incident.id }}` and `${{ steps.id.field }}`: they are
 * filled in as data, once, and never looked at again.
 *
 * @public
 */
export type RunbookStep = StepBase &
  (
    | { kind: 'manual'; checklist?: string[] }
    | { kind: 'action'; action: string; input: JsonObject }
    | { kind: 'wait'; seconds: number }
    | { kind: 'decision'; choices: { id: string; title: string }[] }
    /** `approvers` are entity refs; the owners of the entity when left out. */
    | { kind: 'approval'; approvers?: string[] }
    | { kind: 'verify'; verification: Verification }
    /** No step in it is a parallel one. */
    | { kind: 'parallel'; steps: RunbookStep[] }
  );

/** @public */
export interface RunbookPhase {
  id: string;
  title: string;
  steps: RunbookStep[];
}

/**
 * What it may be, and what helps then.
 *
 * @public
 */
export interface RunbookCause {
  cause: string;
  check?: string;
  mitigation: string;
  action?: string;
  input?: JsonObject;
}

/**
 * A checked runbook.
 *
 * @public
 */
export interface RunbookSpec {
  form: 'yaml' | 'markdown';
  title: string;
  description?: string;
  severity?: Severity;
  estimatedSeconds?: number;
  /** Full refs; for whatever its triggers match when empty. */
  serviceRefs: string[];
  triggers: Trigger[];
  inputs: RunbookInput[];
  /** In Markdown: a phase per heading, a step per list item or block that names an action. */
  phases: RunbookPhase[];
  causes: RunbookCause[];
  escalation: Escalation[];
  rollback: RunbookCause[];
  communication: Communication[];
  verification?: Verification;
  /** The text of a Markdown one. */
  markdown?: string;
  /** How often somebody should rehearse it, in seconds; 90 days by default. */
  rehearseSeconds: number;
}

/**
 * What came of reading a document: without `spec`, a finding that is an error says why.
 *
 * @public
 */
export interface Compiled<Spec> {
  /** Full ref. */
  ref: string;
  spec?: Spec;
  /** SHA-256 of what is written, base64url. */
  hash: string;
  findings: Finding[];
}
