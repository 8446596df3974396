import { matches, type OpeningRule } from '@ghostlight/plugin-incidents-common';
import type { AlertSeverity } from '@ghostlight/plugin-incidents-node';
import { worseOf, type AlertRow } from './AlertRow';
import { burnOf } from './burnOf';

/** What is kept in memory of an open group, besides what correlation keeps. */
export interface GroupState {
  id: number;
  incident?: number;
  byHand: boolean;
  isNew: boolean;
  openedAt: number;
  lastAt: number;
  /** Different alerts. */
  alerts: number;
  /** Reports of all of them. */
  occurrences: number;
  worst: AlertSeverity;
  burn?: 'page' | 'ticket';
  /** By opening rule: whether an alert of the group matches it. */
  matched: boolean[];
}

export type GroupMember = Pick<
  AlertRow,
  'adapter' | 'name' | 'severity' | 'occurrences' | 'labels'
>;

/** Open groups, so that whether one becomes an incident needs no counting. */
export class GroupBook {
  private readonly groups = new Map<number, GroupState>();
  private readonly byIncident = new Map<number, Set<number>>();

  private constructor(private readonly rules: readonly OpeningRule[]) {}

  static create(options: { rules: readonly OpeningRule[] }): GroupBook {
    return new GroupBook(options.rules);
  }

  get size(): number {
    return this.groups.size;
  }

  get(id: number): GroupState | undefined {
    return this.groups.get(id);
  }

  /** Open groups of an incident. */
  of(incident: number): GroupState[] {
    return [...(this.byIncident.get(incident) ?? [])].map(
      id => this.groups.get(id)!,
    );
  }

  open(
    id: number,
    options: {
      openedAt: number;
      incident?: number;
      byHand?: boolean;
      isNew?: boolean;
    },
  ): GroupState {
    const { openedAt, incident, byHand = false, isNew = false } = options;
    const group: GroupState = {
      id,
      byHand,
      isNew,
      openedAt,
      lastAt: openedAt,
      alerts: 0,
      occurrences: 0,
      worst: 'info',
      matched: this.rules.map(() => false),
    };
    this.groups.set(id, group);
    if (incident !== undefined) this.belong(id, incident);
    return group;
  }

  /** Says which incident a group became, or was moved to. */
  belong(id: number, incident: number): void {
    const group = this.groups.get(id);
    if (!group) return;
    if (group.incident !== undefined)
      this.byIncident.get(group.incident)?.delete(id);
    group.incident = incident;
    const others = this.byIncident.get(incident);
    if (others) others.add(id);
    else this.byIncident.set(incident, new Set([id]));
  }

  close(id: number): void {
    const incident = this.groups.get(id)?.incident;
    this.groups.delete(id);
    if (incident === undefined) return;
    const others = this.byIncident.get(incident);
    others?.delete(id);
    if (!others?.size) this.byIncident.delete(incident);
  }

  /** Counts an alert in. */
  join(
    group: GroupState,
    member: GroupMember,
    labels: Readonly<Record<string, string>>,
  ): void {
    group.alerts += 1;
    group.occurrences += member.occurrences;
    this.note(group, member, labels);
  }

  /** Takes in what an alert of the group is now, without counting it again. */
  note(
    group: GroupState,
    member: Pick<AlertRow, 'adapter' | 'name' | 'severity'>,
    labels: Readonly<Record<string, string>>,
  ): void {
    group.worst = worseOf(group.worst, member.severity);
    const burn = burnOf(member.adapter, labels);
    if (burn && group.burn !== 'page') group.burn = burn;
    const { adapter, name } = member;
    this.rules.forEach(({ match }, index) => {
      if (!group.matched[index])
        group.matched[index] = matches(match, { adapter, name, labels });
    });
  }

  /** The rule that decides about the group: the first that holds. */
  ruleFor(group: GroupState): OpeningRule | undefined {
    return this.rules.find(
      (rule, index) => group.matched[index] && holds(rule, group),
    );
  }
}

function holds(rule: OpeningRule, group: GroupState): boolean {
  const { severities, afterOccurrences = 1, afterAlerts = 1, sloBurn } = rule;
  if (severities && !severities.includes(group.worst)) return false;
  if (sloBurn && group.burn !== sloBurn) return false;
  return group.occurrences >= afterOccurrences && group.alerts >= afterAlerts;
}
