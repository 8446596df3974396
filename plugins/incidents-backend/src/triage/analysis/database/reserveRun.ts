import type {
  Redaction,
  TriageTask,
} from '@ghostlight/plugin-incidents-common';
import { nextOf } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { AnalysisBudget } from '../AnalysisConfig';
import { unavailable, type UnavailableReason } from '../asking/Unavailable';
import { asJson } from './RunRow';

/** What is known of a run when it begins. */
export interface NewRun {
  incidentNumber: number;
  task: TriageTask;
  by: string;
  language: string;
  model?: string;
  promptVersion: string;
  bundleId: string;
  cacheKey: string;
  redactions: Redaction[];
}

const usdToMicros = 1e6;

/**
 * Makes a run and sets aside what it may cost, or makes one that says why it cannot be. The counter's row
 * is locked meanwhile, so replicas that ask at once see each other's reservations. What a run whose
 * process died had set aside is free again; what it is known to have cost counts.
 */
export async function reserveRun(
  db: Knex,
  run: NewRun,
  ask: {
    now: number;
    /** When it is taken to have died. */
    expiresAt: number;
    micros: number;
    pricesOf: string;
    budget: AnalysisBudget;
  },
): Promise<{ number: number; refused?: UnavailableReason }> {
  const { now, micros, budget } = ask;
  return db.transaction(async trx => {
    const number = await nextOf(trx, 'triage');
    await trx('triage_runs')
      .where('state', 'running')
      .andWhere('expires_at', '<=', now)
      .update({
        state: 'unavailable',
        outcome: 'died',
        ended_at: trx.ref('expires_at'),
        unavailable: asJson(unavailable('died')),
      });
    const running = Number(
      (await trx('triage_runs').where('state', 'running').count({ n: '*' }))[0]
        .n,
    );
    const day = await spentOfDay(trx, now);
    const incident = await spentOf(trx, now, runs =>
      runs.where('incident_number', run.incidentNumber),
    );
    const over = (spent: number, limit: number) =>
      spent + micros > limit * usdToMicros;
    let refused: UnavailableReason | undefined;
    if (running >= budget.concurrent) refused = 'busy';
    else if (over(incident, budget.incidentUsd)) refused = 'budget-incident';
    else if (over(day, budget.dayUsd)) refused = 'budget-day';
    await trx('triage_runs').insert({
      ...columnsOf(number, run),
      started_at: now,
      expires_at: ask.expiresAt,
      prices_of: ask.pricesOf,
      ...(refused
        ? endedAtOnce(now, refused)
        : { state: 'running', stage: 'asking', reserved_micros: micros }),
    });
    return { number, ...(refused && { refused }) };
  });
}

/** A run that ends as it begins: nothing was sent to anybody. */
export async function insertEndedRun(
  db: Knex,
  run: NewRun,
  ended: {
    now: number;
    reason?: UnavailableReason;
    cachedFrom?: number;
    result?: string;
    evidence?: string;
  },
): Promise<number> {
  const { now, reason } = ended;
  return db.transaction(async trx => {
    const number = await nextOf(trx, 'triage');
    await trx('triage_runs').insert({
      ...columnsOf(number, run),
      started_at: now,
      expires_at: now,
      cached_from: ended.cachedFrom ?? null,
      result: ended.result ?? null,
      evidence: ended.evidence ?? null,
      ...(reason
        ? endedAtOnce(now, reason)
        : { state: 'done', stage: 'done', ended_at: now, outcome: 'cached' }),
    });
    return number;
  });
}

/** Millionths of a dollar that a day of UTC has cost, and may cost yet of what is under way. */
export function spentOfDay(db: Knex, now: number): Promise<number> {
  return spentOf(db, now, runs => runs.where('started_at', '>=', dayOf(now)));
}

async function spentOf(
  db: Knex,
  now: number,
  where: (runs: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<number> {
  const micros = db.raw(
    `case when state = 'running' and expires_at > ? and reserved_micros > cost_micros
       then reserved_micros else cost_micros end`,
    [now],
  );
  const [row] = await where(db('triage_runs')).sum({ micros });
  return Number(row.micros ?? 0);
}

/** The beginning of a day of UTC. */
export function dayOf(at: number): number {
  return at - (at % 86_400_000);
}

function endedAtOnce(now: number, reason: UnavailableReason) {
  return {
    state: 'unavailable',
    stage: 'done',
    ended_at: now,
    outcome: reason,
    unavailable: asJson(unavailable(reason)),
  };
}

function columnsOf(number: number, run: NewRun) {
  return {
    number,
    incident_number: run.incidentNumber,
    task: run.task,
    asked_by: run.by.slice(0, 255),
    language: run.language,
    model: run.model?.slice(0, 100) ?? null,
    prompt_version: run.promptVersion,
    bundle_id: run.bundleId.slice(0, 64),
    cache_key: run.cacheKey,
    redactions: asJson(run.redactions),
  };
}
