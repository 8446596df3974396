import type { JournalEntry } from '@ghostlight/plugin-runbooks-common';
import { onOneLine } from '../../formatFinding';

/** What a journal says, in the words of a terminal; what is not here is for the record only. */
const words: Record<string, string> = {
  requested: 'asked for',
  approved: 'approved',
  rejected: 'rejected',
  'approval-expired': 'nobody approved in time',
  'cancel-requested': 'is being cancelled',
  'step-started': 'begins',
  progress: '…',
  answered: 'answered',
  'attempt-failed': 'did not work',
  'read-back': 'looked what became of it',
  'step-succeeded': 'done',
  'step-failed': 'failed',
  'step-skipped': 'left out',
  'step-cancelled': 'called off',
  'step-unknown': 'not known whether it happened',
  paused: 'paused',
  resumed: 'goes on',
  'taken-over': 'taken over',
};

/** Of what people see as one step: the look before it, and those after it until it is over. */
const ofParts: Record<string, Record<string, string>> = {
  plan: {
    'attempt-failed': 'could not be planned',
    'step-succeeded': 'planned',
    'step-failed': 'cannot be done',
  },
  observe: {
    progress: '…',
    'attempt-failed': 'could not be looked at',
    'step-succeeded': 'is over',
    'step-failed': 'did not come about',
  },
};

/**
 * Journal entries as lines: `12:00:01  restart  done`. Output comes in pieces that end anywhere, so what
 * is not a whole line yet is kept until it is, or until something else is to be said.
 */
export class JournalLines {
  private readonly begun = new Map<string, string>();

  private constructor() {}

  static create(): JournalLines {
    return new JournalLines();
  }

  of(entry: JournalEntry): string[] {
    const { event, stepId = '', text = '' } = entry;
    if (event === 'output') return this.outputOf(stepId, text);
    const rest = this.flush(stepId);
    const [step, part] = partsOf(stepId);
    const word = part ? ofParts[part]?.[event] : words[event];
    if (!word) return rest;
    const by = isSomebody(entry.by) ? ` by ${entry.by}` : '';
    const said = text ? `: ${text}` : '';
    const columns = [clock(entry.at), step, `${word}${by}${said}`];
    return [...rest, onOneLine(columns.filter(Boolean).join('  '))];
  }

  /** What is left of a step's output, of all steps without one. */
  flush(stepId?: string): string[] {
    const ids = stepId === undefined ? [...this.begun.keys()] : [stepId];
    return ids.flatMap(id => {
      const left = this.begun.get(id);
      this.begun.delete(id);
      return left ? [outputLine(id, left)] : [];
    });
  }

  private outputOf(stepId: string, text: string): string[] {
    const lines = `${this.begun.get(stepId) ?? ''}${text}`.split(/\r?\n/);
    const left = lines.pop() ?? '';
    this.begun.set(stepId, left);
    return lines.map(line => outputLine(stepId, line));
  }
}

function outputLine(stepId: string, line: string): string {
  return onOneLine(`          ${partsOf(stepId)[0]} | ${line}`);
}

/** The step as people see it, and which part of it this is, if it is not the act itself. */
function partsOf(id: string): [step: string, part?: string] {
  const [, step, part] = /^(.*)\.(plan|observe)$/.exec(id) ?? [];
  return part ? [step, part] : [id];
}

/** Not the replica that did it, which is a host and a number. */
function isSomebody(by: string | undefined): boolean {
  return by !== undefined && by.includes(':') && !/^[^/]+:\d+$/.test(by);
}

function clock(at: string): string {
  return at.slice(11, 19);
}
