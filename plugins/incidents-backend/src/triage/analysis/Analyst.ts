import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  AlertReview,
  AnalysisHypothesis,
  IncidentSummary,
  ModelAvailability,
  Narrative,
  RunbookDraft,
  TriageFeedbackRequest,
  TriageReport,
  TriageRun,
  TriageSettings,
  TriageSpend,
} from '@ghostlight/plugin-incidents-common';
import type { LanguageModel } from '@ghostlight/plugin-incidents-node';
import type { Knex } from 'knex';
import type { AnalysisConfig } from './AnalysisConfig';
import type {
  AnalysisRequest,
  IncidentTaskRequest,
  NarrativeRequest,
  RunbookDraftTask,
  TaskRequest,
} from './AnalysisRequest';
import { Desk } from './asking/Desk';
import { limitsOf } from './asking/limitsOf';
import type { Task } from './asking/Task';
import { unavailable, UnavailableError } from './asking/Unavailable';
import { keepFeedback } from './database/feedback';
import { keepAttempt } from './database/keepAttempt';
import { pruneRuns } from './database/pruneRuns';
import {
  incidentOf,
  latestAnalysis,
  listRuns,
  readRun,
} from './database/readRuns';
import { readSpend } from './database/readSpend';
import { spentOfDay } from './database/reserveRun';
import { usd } from './database/RunRow';
import {
  analysisPrompt,
  narrativePrompt,
  reviewPrompt,
  runbookDraftPrompt,
  summaryPrompt,
} from './prompts';
import { runNumberOf } from './runId';
import { analysisTask } from './tasks/analysisTask';
import { narrativeTask } from './tasks/narrativeTask';
import { reviewTask } from './tasks/reviewTask';
import { runbookDraftTask } from './tasks/runbookDraftTask';
import { summaryTask } from './tasks/summaryTask';
import { neutral, neutralSentence } from './verify/neutral';

const prompts = [
  analysisPrompt,
  reviewPrompt,
  runbookDraftPrompt,
  narrativePrompt,
  summaryPrompt,
];

export interface AnalystOptions {
  db: Knex;
  config: AnalysisConfig;
  logger: LoggerService;
  /** None is installed without it. */
  model?: LanguageModel;
  /** Epoch milliseconds. */
  now?: () => number;
  /** For what tools find; by default as all evidence is redacted. */
  redact?: (text: string) => { text: string };
}

/**
 * Asks the model, checks what it says, and keeps what came of it. What a model does never makes a question
 * fail: its run says why there is no answer.
 */
export class Analyst {
  private constructor(
    private readonly options: AnalystOptions & { now: () => number },
    private readonly desk: Desk,
  ) {}

  static create(given: AnalystOptions): Analyst {
    const options = { ...given, now: given.now ?? Date.now };
    return new Analyst(options, Desk.create(options));
  }

  /** Whether a model can be asked now, and what an analysis costs at most. */
  async availability(): Promise<ModelAvailability> {
    const { model, config, db, now } = this.options;
    const why = this.desk.closed;
    if (!model || why === 'no-model' || why === 'no-key')
      return { available: false, why: unavailable(why ?? 'no-model') };
    const { name, price } = model.model('analysis');
    const known = { model: name, promptVersion: analysisPrompt.version };
    if (why) return { available: false, why: unavailable(why), ...known };
    try {
      const { micros } = limitsOf(config.budget, price);
      const spent = await spentOfDay(db, now());
      if (spent + micros > config.budget.dayUsd * 1e6)
        throw new UnavailableError('budget-day');
      return { available: true, ...known, estimate: usd(micros) };
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return { available: false, why: unavailable(error.reason), ...known };
    }
  }

  settings(): Pick<TriageSettings, 'tiers' | 'budget' | 'prompts'> {
    const { model, config } = this.options;
    return {
      tiers: model?.configured
        ? (['analysis', 'small'] as const).map(tier => {
            const { name, price } = model.model(tier);
            return {
              tier,
              model: name,
              inputPrice: price.input,
              outputPrice: price.output,
              pricesOf: price.of,
            };
          })
        : [],
      budget: { ...config.budget },
      prompts: prompts.map(({ task, version, changes }) => ({
        task,
        version,
        changes,
      })),
    };
  }

  /** Why an incident happened. Without an answer the run has the deterministic suspects. */
  async analyse(request: AnalysisRequest): Promise<TriageRun> {
    const { run } = await this.desk.askForTask(
      analysisTask(request, this.options),
      {
        keep: analysis => ({ analysis }),
        read: ({ analysis }) => analysis,
        instead: { hypotheses: hypothesesOf(request.report) },
      },
    );
    return tell(request, run);
  }

  /** Which alerts share a cause: suggestions. */
  async review(request: IncidentTaskRequest): Promise<AlertReview> {
    const { run, result } = await this.ask(reviewTask(request));
    return {
      run: tell(request, run),
      ...(result ?? { groups: [], order: [], suppress: [] }),
    };
  }

  async summarize(request: IncidentTaskRequest): Promise<IncidentSummary> {
    const { run, result } = await this.ask(summaryTask(request));
    return { run: tell(request, run), ...result };
  }

  async narrate(request: NarrativeRequest): Promise<Narrative> {
    const { run, result } = await this.ask(narrativeTask(request));
    return { run: tell(request, run), ...result };
  }

  /** @throws InputError for fewer than three incidents */
  async draftRunbook(request: RunbookDraftTask): Promise<RunbookDraft> {
    const { run, result } = await this.ask(runbookDraftTask(request));
    return { run: tell(request, run), ...result };
  }

  /** The latest twenty of an incident, the latest first, without evidence. */
  runs(incidentId: string): Promise<TriageRun[]> {
    return listRuns(this.options.db, incidentId, this.options.now());
  }

  /** The latest analysis of an incident that a model answered, with its evidence. */
  latest(incidentId: string): Promise<TriageRun | undefined> {
    return latestAnalysis(this.options.db, incidentId, this.options.now());
  }

  /** Whose run it is, without reading the run. */
  async incidentOf(runId: string): Promise<string | undefined> {
    const number = runNumberOf(runId);
    return number === undefined
      ? undefined
      : incidentOf(this.options.db, number);
  }

  async run(runId: string): Promise<TriageRun | undefined> {
    const number = runNumberOf(runId);
    return number === undefined
      ? undefined
      : readRun(this.options.db, number, this.options.now());
  }

  /**
   * One per person and run; the last counts.
   *
   * @throws NotFoundError
   */
  async giveFeedback(
    runId: string,
    feedback: TriageFeedbackRequest,
    { by }: { by: string },
  ): Promise<TriageRun> {
    const number = runNumberOf(runId);
    const kept =
      number !== undefined &&
      (await keepFeedback(this.options.db, number, feedback, {
        by,
        now: this.options.now(),
      }));
    return this.required(runId, kept);
  }

  /**
   * Writes down which remediation proposal was made of an action.
   *
   * @throws NotFoundError
   */
  async proposed(
    runId: string,
    index: number,
    attemptId: string,
  ): Promise<TriageRun> {
    const number = runNumberOf(runId);
    const kept =
      number !== undefined &&
      (await keepAttempt(this.options.db, number, index, attemptId));
    return this.required(runId, kept);
  }

  /** What models cost and what came of it, over so many days. */
  spend(days: number): Promise<TriageSpend> {
    const { db, now, config } = this.options;
    return readSpend(db, { days, now: now(), dayUsd: config.budget.dayUsd });
  }

  /** Takes out runs that are older than they are kept, a thousand at once. */
  prune(): Promise<number> {
    const { db, now, config } = this.options;
    return pruneRuns(db, now() - config.retention);
  }

  private ask<Result>(task: Task<Result>) {
    return this.desk.askForTask<Result>(task, {
      keep: answer => ({ answer }),
      read: ({ answer }) => answer as Result | undefined,
    });
  }

  private async required(runId: string, kept: boolean): Promise<TriageRun> {
    const run = kept ? await this.run(runId) : undefined;
    if (!run)
      throw new NotFoundError('There is no such run, or no such action');
    return run;
  }
}

function tell({ onEvent }: TaskRequest, run: TriageRun): TriageRun {
  onEvent?.({ stage: 'done', at: new Date().toISOString(), run });
  return run;
}

/** The deterministic suspects in the form of hypotheses. */
function hypothesesOf(report: TriageReport): AnalysisHypothesis[] {
  return report.suspects.slice(0, 5).map(suspect => ({
    id: suspect.id,
    title: neutral(
      suspect.cause.text,
      suspect.entityRef ?? neutral(suspect.name ?? suspect.id, suspect.id),
    ),
    ...(suspect.entityRef && { entityRef: suspect.entityRef }),
    ...(suspect.change && { change: suspect.change }),
    suspect: suspect.id,
    claims: [],
    supporting: suspect.supporting,
    contradicting: suspect.contradicting,
    confidence: suspect.confidence,
    word: suspect.word,
    because: suspect.factors.map(({ said }) => neutralSentence(said)),
  }));
}
