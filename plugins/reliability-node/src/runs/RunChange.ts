import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { capJson, capText } from './caps';
import {
  appendJournal,
  appendLedger,
  writeTogether,
  changingColumnsOf,
  changingStepColumnsOf,
  type LedgerEvent,
  type RunRecord,
  type StepRecord,
} from './database';
import type { JournalEntry, LedgerEntry } from './Run';

/** Lines after which progress is not written down any more, only on its step, and no output. */
const journalCap = 10_000;
/** Characters of JSON with a line of the journal, and with a row of the ledger. */
const dataCap = 16_000;
const effectCap = 64_000;

/** What goes into the journal beside the event. */
export interface JournalLine {
  step?: StepRecord;
  by?: string;
  text?: string;
  /** Characters of the text that are kept. */
  textCap?: number;
  data?: JsonObject;
}

/** One change of a run under the lock of its row: what is different, and what is to be told of it. */
export class RunChange {
  private readonly entries: JournalEntry[] = [];
  private readonly effects: LedgerEvent[] = [];
  private readonly before: ReturnType<typeof changingColumnsOf>;
  private readonly stepsBefore: StepRecord[];
  private changed = false;

  private constructor(
    readonly run: RunRecord,
    /** The replica. */
    readonly by: string,
  ) {
    this.before = changingColumnsOf(run);
    this.stepsBefore = run.steps.map(step => ({ ...step }));
  }

  static create(run: RunRecord, by: string): RunChange {
    return new RunChange(run, by);
  }

  get now(): number {
    return this.run.now;
  }

  /** Whether there is anything that others would want to know. */
  get news(): boolean {
    return this.entries.length > 0;
  }

  /** Whether the run itself has come on, and not only more was said about it. */
  get recorded(): boolean {
    return this.changed;
  }

  step(id: string): StepRecord | undefined {
    return this.run.steps.find(step => step.id === id);
  }

  /** Writes down that the run came on. */
  note(event: string, line: JournalLine): void {
    if (event === 'progress' && this.full) return;
    this.changed = true;
    this.remark(event, line);
  }

  /** Whether only what matters is written down any more. */
  get full(): boolean {
    return this.run.journalSeq >= journalCap;
  }

  /** Writes a line into the journal that changes nothing. */
  remark(event: string, line: JournalLine): void {
    const { run } = this;
    run.journalSeq += 1;
    this.entries.push({
      runId: run.id,
      seq: run.journalSeq,
      at: run.now,
      event,
      stepId: line.step?.id,
      by: line.by ?? this.by,
      text:
        line.text === undefined ? undefined : capText(line.text, line.textCap),
      data: line.data === undefined ? undefined : capJson(line.data, dataCap),
    });
  }

  /** Writes down an intent, or what became of it. */
  ledge(
    step: StepRecord,
    state: LedgerEntry['state'],
    effect: JsonObject,
  ): void {
    const { id: runId, now: at, token } = this.run;
    const { id: stepId, actionId } = step;
    step.intended = state === 'intended';
    this.effects.push({
      at,
      actionId,
      runId,
      stepId,
      state,
      effect: capJson(effect, effectCap),
      token,
    });
  }

  /** Ends the run. */
  end(state: RunRecord['state'], outcome?: string): void {
    const { run } = this;
    run.state = state;
    run.finishedAt = run.now;
    run.outcome = outcome === undefined ? undefined : capText(outcome);
    run.dueAt = undefined;
    run.holder = undefined;
    run.pausedAt = undefined;
    this.note('ended', { text: run.outcome, data: { state } });
  }

  async save(trx: Knex.Transaction): Promise<void> {
    const { run } = this;
    run.revision += 1;
    const columns = changed(this.before, changingColumnsOf(run));
    const steps = run.steps.flatMap((step, at) => {
      const before = this.stepsBefore[at];
      if (isSame(before, step)) return [];
      return trx('run_steps')
        .where({ run_id: run.id, position: step.position })
        .update(
          changed(changingStepColumnsOf(before), changingStepColumnsOf(step)),
        );
    });
    await writeTogether(trx, [
      ...steps,
      ...appendJournal(trx, this.entries),
      trx('runs').where({ id: run.id }).update(columns),
    ]);
  }

  /**
   * The last write of a transaction: it locks the end of the ledger until the commit, for everybody.
   */
  async saveLedger(trx: Knex.Transaction): Promise<void> {
    await appendLedger(trx, this.effects);
  }
}

/** A result is replaced and never changed. */
function isSame<T extends object>(before: T, after: T): boolean {
  return (Object.keys(after) as (keyof T)[]).every(
    field => before[field] === after[field],
  );
}

/** What is different; something always, since a statement has to say something. */
function changed<T extends object>(before: T, after: T): Partial<T> {
  const different = Object.entries(after).filter(
    ([column, value]) => before[column as keyof T] !== value,
  );
  return different.length
    ? (Object.fromEntries(different) as Partial<T>)
    : after;
}
