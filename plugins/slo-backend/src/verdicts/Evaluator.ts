import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  BurnAlert,
  EpochSeconds,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import type { Source } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import type { Ledger } from '../ledger';
import { alertChanges } from './alertChanges';
import {
  minutesOf,
  sparkline,
  sparkPoints,
  type CoursePoint,
} from './budgetCourse';
import {
  changeAlerts,
  readOpenAlerts,
  readOrphanedAlerts,
  type OpenAlert,
} from './database/changeAlerts';
import {
  readObjectives,
  type JudgedObjective,
  type Selection,
} from './database/readObjectives';
import {
  deleteVerdictsOfRemoved,
  writeVerdicts,
  type VerdictRow,
} from './database/writeVerdicts';
import { LedgerView } from './LedgerView';
import {
  objectiveStatus,
  windowMinutes,
  type Judgement,
} from './objectiveStatus';
import { readMeasured } from './readMeasured';

export interface EvaluatorOptions {
  database: Knex;
  ledger: Ledger;
  /** Configured sources by name, for their types. */
  sources: ReadonlyMap<string, Source>;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** Age in seconds from which a measurement is stale. 600 by default. */
  staleAfterSeconds?: number;
  /** Bad events a pair needs in its long window to fire. 3 by default. */
  minimumBadEvents?: number;
}

export interface Evaluation {
  /** Objectives judged. */
  evaluated: number;
  /** Alerts that opened or resolved, by sequence: to be published. */
  alerts: BurnAlert[];
}

/** Objectives in memory at once. */
const chunk = 200;
/** Of these, sparklines computed: each takes ten times as many lookups as all the rest. */
const sparklines = 40;

/** Judges objectives from the ledger, keeps their verdicts, and opens and resolves their alerts. */
export class Evaluator {
  private constructor(
    private readonly database: Knex,
    private readonly ledger: Ledger,
    private readonly sources: ReadonlyMap<string, Source>,
    private readonly logger: LoggerService,
    private readonly clock: () => number,
    private readonly judgement: Judgement,
  ) {}

  static create(options: EvaluatorOptions): Evaluator {
    const { database, ledger, sources, logger, clock = Date.now } = options;
    return new Evaluator(database, ledger, sources, logger, clock, {
      staleAfterSeconds: options.staleAfterSeconds ?? 600,
      minimumBadEvents: options.minimumBadEvents ?? 3,
    });
  }

  /**
   * Judges some objectives, or all of some shards. Costs the same however long the history is.
   *
   * @param selection - `{objectiveIds}`, or `{shards, of}` for objectives whose shard modulo `of`
   *   is one of `shards`
   */
  async evaluate(
    selection: Selection,
    options: { now?: EpochSeconds; signal?: AbortSignal } = {},
  ): Promise<Evaluation> {
    const now = options.now ?? this.clock() / 1000;
    const alerts: BurnAlert[] = [];
    let evaluated = 0;
    for (const part of partsOf(selection)) {
      let after = 0;
      while (!options.signal?.aborted) {
        const objectives = await readObjectives(this.database, part, {
          after,
          limit: chunk,
        });
        if (!objectives.length) break;
        after = objectives[objectives.length - 1].id;
        alerts.push(...(await this.judge(objectives, now)));
        evaluated += objectives.length;
      }
    }
    if ('shards' in selection) alerts.push(...(await this.clear(now)));
    return { evaluated, alerts };
  }

  private async judge(
    objectives: JudgedObjective[],
    now: EpochSeconds,
  ): Promise<BurnAlert[]> {
    const sound = objectives.filter(judged => this.isSound(judged, now));
    const measured = await readMeasured(this.database, sound);
    const view = LedgerView.create(this.ledger);
    const courses = new Map<number, CoursePoint[]>();
    for (const judged of sound) {
      const parts = measured.get(judged.id);
      if (!parts) continue;
      view.want(parts, windowMinutes(judged, now));
      if (courses.size < sparklines && sparkIsDue(judged, now)) {
        const course = sparkPoints(judged.objective, Math.floor(now / 60) * 60);
        courses.set(judged.id, course);
        view.want(parts, course.flatMap(minutesOf));
      }
    }
    const open = groupByObjective(
      await readOpenAlerts(
        this.database,
        sound.map(({ id }) => id),
      ),
    );
    await view.load();

    const verdicts: VerdictRow[] = [];
    const changes: Parameters<typeof changeAlerts>[1] = {
      opened: [],
      resolved: [],
    };
    for (const judged of sound) {
      const parts = measured.get(judged.id);
      if (!parts) continue;
      const { id, objective, last } = judged;
      const course = courses.get(id);
      const firing = open.get(id) ?? [];
      const status = objectiveStatus({
        judged,
        measured: parts,
        view,
        now,
        judgement: this.judgement,
        sourceType:
          this.sources.get(objective.indicator.source)?.type ??
          objective.indicator.source,
        firingSince: new Map(
          firing.map(alert => [alert.pair, alert.startedAt]),
        ),
        spark: course
          ? sparkline(objective, parts, course, view)
          : JSON.parse(last?.spark ?? '[]'),
      });
      verdicts.push({
        objectiveId: id,
        status,
        sparkHour: sparkHourAfter(judged, status, course !== undefined, now),
      });
      const change = alertChanges(id, status, firing, now);
      changes.opened.push(...change.opened);
      changes.resolved.push(...change.resolved);
    }
    await writeVerdicts(this.database, verdicts);
    return changeAlerts(this.database, changes);
  }

  /** One that cannot be judged, such as by a time zone this machine does not know, leaves the others be. */
  private isSound(judged: JudgedObjective, now: EpochSeconds): boolean {
    try {
      windowMinutes(judged, now);
      return true;
    } catch (error) {
      const { ref } = judged.objective;
      this.logger.warn(`Cannot judge ${ref}: ${stringifyError(error)}`);
      return false;
    }
  }

  /** Objectives that are gone have no verdict, and their alerts end. */
  private async clear(now: EpochSeconds): Promise<BurnAlert[]> {
    await deleteVerdictsOfRemoved(this.database);
    const orphaned = await readOrphanedAlerts(this.database);
    if (orphaned.length) {
      this.logger.info(
        `Resolved ${orphaned.length} alerts of objectives that are gone`,
      );
    }
    return changeAlerts(this.database, {
      opened: [],
      resolved: orphaned.map(({ id }) => ({ id, resolvedAt: Math.floor(now) })),
    });
  }
}

/** The hour, shifted by a different number of minutes for each objective to spread the work. */
function sparkHour(id: number, now: EpochSeconds): number {
  return Math.floor((now / 60 - (id % 60)) / 60);
}

function sparkIsDue({ id, last }: JudgedObjective, now: EpochSeconds): boolean {
  return last?.sparkHour !== sparkHour(id, now);
}

/** When data arrives the first time or after a pause, the sparkline is computed once more. */
function sparkHourAfter(
  { id, last }: JudgedObjective,
  status: ObjectiveStatus,
  computed: boolean,
  now: EpochSeconds,
): number | null {
  if (status.source.state === 'back-filling') return null;
  const arrived = last?.status === 'no-data' && status.status !== 'no-data';
  if (arrived && !computed) return null;
  return computed ? sparkHour(id, now) : last?.sparkHour ?? null;
}

function groupByObjective(alerts: OpenAlert[]): Map<number, OpenAlert[]> {
  const groups = new Map<number, OpenAlert[]>();
  for (const alert of alerts) {
    const group = groups.get(alert.objectiveId);
    if (group) group.push(alert);
    else groups.set(alert.objectiveId, [alert]);
  }
  return groups;
}

function partsOf(selection: Selection): Selection[] {
  if ('shards' in selection) return selection.shards.length ? [selection] : [];
  const parts: Selection[] = [];
  for (let at = 0; at < selection.objectiveIds.length; at += chunk) {
    parts.push({
      objectiveIds: selection.objectiveIds.slice(at, at + chunk),
    });
  }
  return parts;
}
