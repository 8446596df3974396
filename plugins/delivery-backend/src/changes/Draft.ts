import type {
  ChangeReport,
  EntityHints,
} from '@ghostlight/plugin-delivery-node';
import { changeId } from './changeId';
import type { DeploymentRow } from './DeploymentRow';
import { describeKnown, searchedOf } from './describeKnown';
import { addReport, knownOf, type Layer, type Saying } from './mergeKnown';
import { activeFromOf, pointOf } from './placeVersions';
import { isRun } from './database/findTold';
import type { Point } from './database/readNeighbours';
import type { Tie } from './database/tieActions';

/** What the catalog says of an entity. */
export interface Belonging {
  ownerRef?: string;
  systemRef?: string;
  title?: string;
}

/** Finds the entity that a change is of. */
export interface EntityFinder {
  /** @returns undefined when nothing says it, or more than one could be meant */
  find(hints: EntityHints): string | undefined;
  belongingOf(entityRef: string): Belonging | undefined;
}

/** A change that is being written: how it was, and how it will be. */
export class Draft {
  readonly row: DeploymentRow;
  private layers: Layer[];
  private readonly told: string;
  private readonly placed: Point[];
  private readonly asFound: string;

  private constructor(row: DeploymentRow) {
    this.row = { ...row };
    this.layers = row.known ? JSON.parse(row.known) : [];
    this.told = row.change;
    this.placed = pointOf(row);
    this.asFound = JSON.stringify(row);
  }

  static of(row: DeploymentRow): Draft {
    return new Draft(row);
  }

  static begin(source: string, key: string): Draft {
    return new Draft(blank(changeId(source, key), source, key));
  }

  get known(): Saying {
    return knownOf(this.layers);
  }

  /** Whether there is something to tell. */
  get isNews(): boolean {
    return this.row.change !== this.told;
  }

  /** Whether it differs from what is stored. */
  get isChanged(): boolean {
    return JSON.stringify(this.row) !== this.asFound;
  }

  /** Where it was and is in its lane. */
  get points(): Point[] {
    return [...this.placed, ...pointOf(this.row)];
  }

  /** Lanes that it is or was in, as JSON of entity and environment. */
  get lanes(): string[] {
    const before: DeploymentRow = JSON.parse(this.asFound);
    return [before, this.row].flatMap(({ entity_ref, environment }) =>
      entity_ref ? [JSON.stringify([entity_ref, environment])] : [],
    );
  }

  add(report: ChangeReport): void {
    this.layers = addReport(this.layers, report);
    const { row } = this;
    row.started_at = row.known
      ? Math.min(row.started_at, report.startedAt)
      : report.startedAt;
    row.known = JSON.stringify(this.layers);
  }

  /** Entity, environment and version, by which another sender's telling of it is found. */
  get isRenamed(): boolean {
    const nameOf = (row: DeploymentRow) =>
      JSON.stringify([row.entity_ref, row.environment, row.version]);
    return nameOf(this.row) !== nameOf(JSON.parse(this.asFound));
  }

  /** Fills the columns from what is known. */
  settle(options: {
    entities: EntityFinder;
    environmentOf: (name: string | undefined) => string;
    /** What other senders told of it. */
    fallback?: Saying;
    /** What of this plugin made it. */
    tie?: Tie;
  }): void {
    const { entities, environmentOf, fallback, tie } = options;
    const { row } = this;
    const own = this.known;
    const known = {
      ...fallback,
      ...own,
      ...(isRun(row) && deployed(fallback)),
      ...(tie && startedBy(tie)),
    };
    if (tie?.rollback) {
      row.rollback_id = tie.rollback.id;
      row.undoes_id = tie.rollback.undoes ?? row.undoes_id;
    }
    row.kind =
      row.rollback_id || (known.undoes && own.kind === 'deployment')
        ? 'rollback'
        : known.kind ?? 'other';
    row.entity_ref =
      known.entityRef ??
      row.entity_ref ??
      (known.hints && entities.find(known.hints)) ??
      null;
    const belonging = row.entity_ref
      ? entities.belongingOf(row.entity_ref)
      : undefined;
    row.owner_ref = belonging?.ownerRef ?? (belonging ? null : row.owner_ref);
    row.system_ref =
      belonging?.systemRef ?? (belonging ? null : row.system_ref);
    row.environment = environmentOf(
      known.environment ?? known.target?.environment,
    );
    row.version = known.version ?? null;
    row.outcome = own.outcome ?? 'unknown';
    row.finished_at = row.outcome === 'running' ? null : own.finishedAt ?? null;
    row.commit_at = known.commitAt ?? null;
    row.action_id = known.actionId ?? null;
    row.target_driver = known.target?.driver ?? null;
    row.target_ref = known.target?.ref ?? null;
    if (own.undoes) row.undoes_id = changeId(row.source, own.undoes);
    const change = describeKnown(row, known);
    row.change = JSON.stringify(change);
    row.searched = searchedOf(change);
    row.active_from = activeFromOf(row);
    if (row.active_from === null) {
      row.active_until = null;
      row.previous_version = change.previousVersion ?? null;
      row.rollback_of = row.undoes_id;
    }
  }
}

/** What a deployment knows better than the run that made it: where it went, and what it is called. */
function deployed(fallback: Saying | undefined): Saying {
  const { environment, version, kind } = fallback ?? {};
  return {
    ...(environment !== undefined && { environment }),
    ...(version !== undefined && { version }),
    ...(kind === 'rollback' && { kind }),
  };
}

function startedBy({ startedBy: by }: Tie): Saying {
  return { startedBy: by };
}

function blank(id: string, source: string, key: string): DeploymentRow {
  return {
    id,
    source,
    key,
    kind: 'other',
    entity_ref: null,
    owner_ref: null,
    system_ref: null,
    environment: '',
    version: null,
    previous_version: null,
    outcome: 'unknown',
    started_at: 0,
    finished_at: null,
    commit_at: null,
    active_from: null,
    active_until: null,
    same_as: null,
    undoes_id: null,
    rollback_of: null,
    rolled_back_by: null,
    rollback_id: null,
    action_id: null,
    target_driver: null,
    target_ref: null,
    spent_minutes: null,
    spent_as_of: null,
    spent_by: '[]',
    failed_because: '[]',
    failed: false,
    recovered_at: null,
    incident_ids: '[]',
    change: '',
    known: '',
    searched: '',
    updated_at: 0,
  };
}
