import type { Suspect } from '@ghostlight/plugin-incidents-common';
import type { AlertSeverity } from '@ghostlight/plugin-incidents-node';
import type { CorrelatedAlert } from './Correlation';
import type { KeyKind } from './OpenGroups';

/** What is kept of an alert that is in a group. */
export interface Member {
  entityRef?: string;
  name: string;
  startsAt: number;
  lastAt: number;
  severity: AlertSeverity;
  sloBurn?: 'page' | 'ticket';
  firing: boolean;
  byHand: boolean;
}

/** The alerts of one entity in a group. */
export interface AlertingEntity {
  ref: string;
  /** Earliest and latest start. */
  first: number;
  last: number;
  firing: number;
  alerts: Set<number>;
  /** Gravity of the gravest. */
  worst: number;
  burning: boolean;
}

export const gravity: Record<AlertSeverity, number> = {
  critical: 1,
  error: 0.8,
  warning: 0.5,
  info: 0.1,
};

const mostTerms = 100;
const mostTexts = 8;

/** One open group. */
export class Group {
  readonly members = new Map<number, Member>();
  readonly entities = new Map<string, AlertingEntity>();
  /** Label pairs of its alerts, bounded. */
  readonly labels = new Set<string>();
  /** Words of alerts of different names, bounded. */
  readonly texts = new Map<string, readonly string[]>();
  /** What it is found by. */
  readonly keys: Partial<Record<KeyKind, Set<string>>> = {};
  environment?: string;
  /** What its alerts are held to come from so far: others are measured by their way to it. */
  anchor?: string;
  firstAt = Infinity;
  lastStart = -Infinity;
  lastAt = -Infinity;
  firing = 0;
  /** Grows when its alerts change. */
  version = 0;
  /** Who was suspected, and as of what. */
  judged?: { asOf: string; suspects: Suspect[] };

  private constructor(readonly id: number) {}

  static create(id: number): Group {
    return new Group(id);
  }

  set(
    alert: CorrelatedAlert,
    terms: { words: readonly string[]; labels: readonly string[] },
    byHand: boolean,
  ): void {
    const old = this.members.get(alert.id);
    this.version += 1;
    const member: Member = {
      entityRef: alert.entityRef,
      name: alert.name,
      startsAt: alert.startsAt,
      lastAt: alert.lastAt ?? alert.startsAt,
      severity: alert.severity,
      ...(alert.sloBurn && { sloBurn: alert.sloBurn }),
      firing: alert.status === 'firing',
      byHand: byHand || (old?.byHand ?? false),
    };
    if (old) this.leave(alert.id, old, member);
    this.take(alert.id, member);
    this.environment ??= alert.environment;
    for (const label of terms.labels)
      if (this.labels.size < mostTerms) this.labels.add(label);
    if (!this.texts.has(alert.name) && this.texts.size < mostTexts)
      this.texts.set(alert.name, terms.words);
  }

  /** Takes an alert out. The span and terms that it gave stay. */
  remove(id: number): void {
    const member = this.members.get(id);
    if (!member) return;
    this.version += 1;
    this.members.delete(id);
    if (member.firing) this.firing -= 1;
    const entity = member.entityRef && this.entities.get(member.entityRef);
    if (!entity) return;
    entity.alerts.delete(id);
    if (member.firing) entity.firing -= 1;
    if (entity.alerts.size === 0) this.entities.delete(entity.ref);
  }

  /** All of another group, which is not to be used any more. */
  absorb(other: Group): void {
    this.version += 1;
    for (const [id, member] of other.members) this.take(id, member);
    this.environment ??= other.environment;
    for (const label of other.labels)
      if (this.labels.size < mostTerms) this.labels.add(label);
    for (const [name, words] of other.texts)
      if (this.texts.size < mostTexts) this.texts.set(name, words);
  }

  private take(id: number, member: Member): void {
    this.members.set(id, member);
    if (member.firing) this.firing += 1;
    this.firstAt = Math.min(this.firstAt, member.startsAt);
    this.lastStart = Math.max(this.lastStart, member.startsAt);
    this.lastAt = Math.max(this.lastAt, member.lastAt);
    if (member.entityRef) this.count(id, member.entityRef, member);
  }

  private count(id: number, ref: string, member: Member): void {
    const known = this.entities.get(ref) ?? {
      ref,
      alerts: new Set<number>(),
      first: Infinity,
      last: -Infinity,
      firing: 0,
      worst: 0,
      burning: false,
    };
    this.entities.set(ref, known);
    if (!known.alerts.has(id) && member.firing) known.firing += 1;
    known.alerts.add(id);
    known.first = Math.min(known.first, member.startsAt);
    known.last = Math.max(known.last, member.startsAt);
    known.worst = Math.max(known.worst, gravity[member.severity]);
    known.burning ||= member.sloBurn !== undefined;
  }

  /** Takes an alert's earlier state out of the sums. */
  private leave(id: number, old: Member, next: Member): void {
    if (old.firing) this.firing -= 1;
    const entity = old.entityRef && this.entities.get(old.entityRef);
    if (!entity) return;
    entity.alerts.delete(id);
    if (old.firing) entity.firing -= 1;
    // Most news are that it fires on or is over; counting anew each time would be quadratic.
    if (old.entityRef === next.entityRef && old.startsAt === next.startsAt)
      return;
    this.entities.delete(entity.ref);
    for (const other of entity.alerts)
      this.count(other, entity.ref, this.members.get(other)!);
  }
}
