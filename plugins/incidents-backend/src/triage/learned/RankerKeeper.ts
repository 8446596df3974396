import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  TriageCase,
  TriageSettings,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { rulesVersion, type DiagnoseOptions } from '../ranking';
import { candidatesOf } from '../ranking/candidatesOf';
import { said } from '../ranking/said';
import { createRanker } from './createRanker';
import { featuresOf, featureVersion } from './features';
import { readLessons } from './readLessons';
import { firstShare, likelihoodOf, trainModel, type Model } from './trainModel';

/** Fewer closed incidents teach nothing. */
const needed = 50;
/** The earlier ones teach, the later ones judge. */
const teachingShare = 0.7;
const mostCandidates = 12;
/** Features of an incident are those of its first minutes, ms. */
const settles = 15 * 60_000;
const mostModels = 20;

interface ModelRow {
  trained_at: number | string;
  version: number;
  closed_incidents: number;
  is_better: boolean | number;
  top1: number;
  untrained_top1: number;
  model: string;
}

/** Decides whether suspects are ranked by rules, or by what closed incidents taught. */
export class RankerKeeper {
  private constructor(
    private readonly options: {
      db: Knex;
      now: () => number;
      logger?: LoggerService;
    },
  ) {}

  static create(options: {
    db: Knex;
    now: () => number;
    logger?: LoggerService;
  }): RankerKeeper {
    return new RankerKeeper(options);
  }

  /** What `diagnose` ranks with. */
  async rankerFor(): Promise<DiagnoseOptions> {
    const row = await this.latest();
    if (!row || !row.is_better) return {};
    const { version, why } = describe(row);
    return {
      ranker: createRanker(JSON.parse(row.model) as Model, version, why),
    };
  }

  /** Keeps what is known of an incident's suspects, to be learned from when it is closed. */
  async remember(incident: number, given: TriageCase): Promise<void> {
    const { db, now } = this.options;
    const known = await db('triage_features')
      .where('incident_number', incident)
      .first('at');
    if (known && now() - Number(known.at) < settles) return;
    const begun = given.startedAt ? Date.parse(given.startedAt) : now();
    if (known && now() - begun > 4 * settles) return;
    const candidates = candidatesOf(given, mostCandidates).map(featuresOf);
    if (!candidates.length) return;
    await db('triage_features')
      .insert({
        incident_number: incident,
        at: now(),
        version: featureVersion,
        candidates: JSON.stringify(candidates),
      })
      .onConflict('incident_number')
      .merge();
  }

  async state(): Promise<TriageSettings['ranker']> {
    const row = await this.latest();
    if (!row) {
      const { length } = await readLessons(this.options.db);
      return {
        kind: 'rules',
        version: rulesVersion,
        why: said('ranker.few', 'Too few incidents were closed', {
          count: length,
          needed,
        }),
        closedIncidents: length,
        needed,
      };
    }
    return {
      ...describe(row),
      closedIncidents: row.closed_incidents,
      needed,
      top1: row.top1,
      untrainedTop1: row.untrained_top1,
      trainedAt: new Date(Number(row.trained_at)).toISOString(),
    };
  }

  /** Learns anew from what was closed; what it learns is in force if it is better on the latest of it. */
  async train(signal: AbortSignal): Promise<void> {
    const { db, now, logger } = this.options;
    const lessons = await readLessons(db);
    if (lessons.length < needed || signal.aborted) return;
    const split = Math.floor(lessons.length * teachingShare);
    const judging = lessons.slice(split);
    const trial = trainModel(lessons.slice(0, split));
    const top1 = firstShare(judging, ({ features }) =>
      likelihoodOf(trial, features),
    );
    // Candidates are stored in the order of the rules.
    const untrained = firstShare(judging, (_, place) => -place);
    const isBetter = top1 > untrained;
    const trainedAt = now();
    await db('triage_models').insert({
      trained_at: trainedAt,
      version: featureVersion,
      closed_incidents: lessons.length,
      is_better: isBetter,
      top1,
      untrained_top1: untrained,
      model: JSON.stringify(isBetter ? trainModel(lessons) : trial),
    });
    const old = await db('triage_models')
      .orderBy('trained_at', 'desc')
      .offset(mostModels)
      .limit(100)
      .pluck('trained_at');
    await db('triage_models').whereIn('trained_at', old).delete();
    logger?.info(
      `Triage learned from ${
        lessons.length
      } incidents: first suspect right in ${top1.toFixed(
        2,
      )}, by rules in ${untrained.toFixed(2)}`,
    );
  }

  private async latest(): Promise<ModelRow | undefined> {
    return this.options
      .db<ModelRow>('triage_models')
      .where('version', featureVersion)
      .orderBy('trained_at', 'desc')
      .first();
  }
}

function describe(row: ModelRow) {
  const params = {
    count: row.closed_incidents,
    top1: Math.round(row.top1 * 100),
    untrained: Math.round(row.untrained_top1 * 100),
  };
  return row.is_better
    ? {
        kind: 'learned' as const,
        version: `learned-${row.trained_at}`,
        why: said(
          'ranker.learned',
          `Learned from ${params.count} closed incidents: right first in ${params.top1} % of the latest, the rules in ${params.untrained} %`,
          params,
        ),
      }
    : {
        kind: 'rules' as const,
        version: rulesVersion,
        why: said(
          'ranker.notBetter',
          `What ${params.count} closed incidents taught is not better: right first in ${params.top1} % of the latest, the rules in ${params.untrained} %`,
          params,
        ),
      };
}
