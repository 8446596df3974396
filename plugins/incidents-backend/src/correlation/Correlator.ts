import {
  matches,
  type IncidentRules,
  type Suspect,
} from '@ghostlight/plugin-incidents-common';
import type { Graph } from '../graph';
import { Changes } from './Changes';
import type {
  CorrelatedAlert,
  CorrelatedChange,
  Correlation,
  Placement,
} from './Correlation';
import { Dependants } from './Dependants';
import { gapTo } from './gapTo';
import { gravity, type AlertingEntity, type Group } from './Group';
import { Neighbourhoods } from './Neighbourhoods';
import { keysOf, OpenGroups, type KeyKind } from './OpenGroups';
import { rankSuspects } from './rankSuspects';
import { Rarity } from './Rarity';
import type { Reach } from './Reach';
import { commonDependency, relate } from './relate';
import { scoreOf, type Scored } from './scoreOf';
import { traitsOf, type Traits } from './traitsOf';
import { labelPairs, wordsOf } from './words';

export interface CorrelatorOptions {
  graph: Graph;
  rules: IncidentRules;
}

/** Groups that are looked at of one kind of nearness. */
const mostCandidates = 8;
/** Alerts of a group that is merged into another without a person's word. */
const mostMoved = 100;
/** Labels rarer than this lead to candidates. */
const rare = 0.4;
/** Dependents that make an entity one of those on which much rests. */
const fewDependents = 8;
/** How well it must explain its dependents' alerts to be held their cause. */
const explains = 0.3;

/** Correlation over the catalog graph; see {@link Correlation}. */
export class Correlator implements Correlation {
  private readonly groups = OpenGroups.create();
  private readonly rarity = Rarity.create();
  private readonly near: Neighbourhoods;
  private readonly dependants: Dependants;
  private readonly changes: Changes;

  private constructor(private readonly options: CorrelatorOptions) {
    const { graph, rules } = options;
    const { distance, windowMs, changeMs, idleMs } = rules.correlate;
    this.near = Neighbourhoods.create(graph, distance);
    this.dependants = Dependants.create({ graph, windowMs });
    this.changes = Changes.create({ horizonMs: changeMs + idleMs });
  }

  static create(options: CorrelatorOptions): Correlator {
    return new Correlator(options);
  }

  place(alert: CorrelatedAlert, _now: number): Placement {
    const known = this.groups.ofAlert(alert.id);
    if (known) {
      const text = 'It has been in this group before';
      return {
        groupId: known.id,
        score: 1,
        because: [{ kind: 'same-fingerprint', text, weight: 1 }],
      };
    }
    const ruled = this.placeByRule(alert);
    if (ruled) return ruled;
    const { threshold } = this.options.rules.correlate;
    const traits = traitsOf(alert, this.rarity);
    const scored = [...this.candidates(alert, traits)]
      .flatMap(group => this.score(alert, traits, group) ?? [])
      .filter(({ score }) => score >= threshold)
      .sort((a, b) => b.score - a.score || a.group.id - b.group.id);
    const [best, ...others] = scored;
    if (!best) return { score: 0, because: [] };
    const same = [best];
    let environment = alert.environment ?? best.group.environment;
    for (const other of others) {
      const theirs = other.group.environment;
      if (environment && theirs && environment !== theirs) continue;
      if (!this.shows(alert, best, other)) continue;
      environment ??= theirs;
      same.push(other);
    }
    // The largest stays and the small ones go into it, which costs the least.
    const home = same.reduce((one, other) =>
      other.group.members.size > one.group.members.size ? other : one,
    );
    const merges = same.flatMap(({ group }) =>
      group !== home.group && group.members.size <= mostMoved ? group.id : [],
    );
    return {
      groupId: home.group.id,
      score: home.score,
      because: home.because,
      ...(merges.length && { merges }),
    };
  }

  put(
    groupId: number,
    alert: CorrelatedAlert,
    { byHand = false }: { byHand?: boolean } = {},
  ): void {
    const before = this.groups.ofAlert(alert.id);
    if (before && before.id !== groupId) this.takeOut(before, alert.id);
    const group = this.groups.open(groupId);
    const words = wordsOf(alert.name, alert.title);
    const labels = labelPairs(alert.labels);
    if (!before) this.rarity.add([...words, ...labels]);
    const { entityRef, startsAt } = alert;
    const joins =
      before !== group || group.members.get(alert.id)?.entityRef !== entityRef;
    group.set(alert, { words, labels }, byHand);
    this.groups.note(alert.id, group);
    if (!joins) return;
    if (entityRef) {
      if (!byHand || group.anchor === undefined)
        this.settleAnchor(group, group.entities.get(entityRef)!);
      this.dependants.add(entityRef, startsAt);
      this.groups.addKey('entity', entityRef, group);
    }
    for (const pair of labels)
      if (group.labels.has(pair)) this.groups.addKey('label', pair, group);
    for (const rule of this.options.rules.correlate.rules) {
      const key = ruleKeyOf(rule, alert);
      if (key !== undefined) this.groups.addKey('rule', key, group);
    }
  }

  merge(intoId: number, fromId: number): void {
    const from = this.groups.get(fromId);
    if (!from || intoId === fromId) return;
    const into = this.groups.open(intoId);
    this.groups.delete(fromId);
    into.absorb(from);
    for (const id of from.members.keys()) this.groups.note(id, into);
    for (const [kind, key] of keysOf(from)) this.groups.addKey(kind, key, into);
    const { anchor } = from;
    if (anchor === undefined) return;
    if (into.anchor === undefined || this.near.below(into.anchor).has(anchor))
      this.anchorAt(into, anchor);
  }

  drop(groupId: number): void {
    this.groups.delete(groupId);
  }

  change(change: CorrelatedChange): void {
    this.changes.add(change);
  }

  suspects(groupId: number): Suspect[] {
    const group = this.groups.get(groupId);
    if (!group) return [];
    const asOf = `${group.version}/${this.changes.version}/${this.options.graph.revision}`;
    if (group.judged?.asOf === asOf) return group.judged.suspects;
    const suspects = rankSuspects(group, {
      graph: this.options.graph,
      near: this.near,
      changes: this.changes,
      rules: this.options.rules,
    });
    group.judged = { asOf, suspects };
    return suspects;
  }

  symptoms(groupId: number): ReadonlySet<number> {
    const found = new Set<number>();
    const group = this.groups.get(groupId);
    const origin = group && this.suspects(groupId)[0]?.entityRef;
    if (!origin) return found;
    for (const { ref, alerts } of group.entities.values())
      if (ref !== origin && this.near.below(ref).has(origin))
        for (const id of alerts) found.add(id);
    return found;
  }

  idle(before: number): number[] {
    return this.groups.idle(before);
  }

  private placeByRule(alert: CorrelatedAlert): Placement | undefined {
    for (const rule of this.options.rules.correlate.rules) {
      const key = ruleKeyOf(rule, alert);
      if (key === undefined) continue;
      for (const group of this.groups.withKey('rule', key)) {
        if (differ(alert, group)) continue;
        const away = gapTo(alert.startsAt, group.firstAt, group.lastStart);
        if (away > rule.windowMs) continue;
        const same = rule.sameLabels.length
          ? `, same ${rule.sameLabels.join(', ')}`
          : '';
        return {
          groupId: group.id,
          score: 1,
          because: [
            {
              kind: 'rule',
              text: `Grouping rule ‘${rule.name}’${same}`,
              weight: 1,
              data: { rule: rule.name },
            },
          ],
        };
      }
    }
    return undefined;
  }

  /** Open groups that are near, those found by the strongest ties first. */
  private candidates(alert: CorrelatedAlert, traits: Traits): Iterable<Group> {
    const { groups, near, dependants } = this;
    const { distance, idleMs } = this.options.rules.correlate;
    const { entityRef: ref, startsAt } = alert;
    const found = new Set<Group>();
    let left = 0;
    /** Whether there are enough of this kind of nearness now. */
    const take = (kind: KeyKind, key: string): boolean => {
      for (const group of groups.withKey(kind, key)) {
        const away = gapTo(startsAt, group.firstAt, group.lastStart);
        if (away > idleMs || found.has(group) || differ(alert, group)) continue;
        found.add(group);
        left -= 1;
        if (left === 0) return true;
      }
      return false;
    };
    const around = (
      reach: Reach,
      most: number,
      look: (at: string) => boolean,
    ) => {
      left = mostCandidates;
      const { refs } = reach;
      for (let at = 1; at < refs.length && reach.hopsAt(at) <= most; at++)
        if (look(refs[at])) return;
    };
    if (ref) {
      left = mostCandidates;
      take('entity', ref);
      const below = near.below(ref);
      around(below, distance, at => take('entity', at) || take('anchor', at));
      around(near.above(ref), distance, at => take('entity', at));
      around(below, distance - 1, at => {
        const latest = dependants.latest(at);
        for (let place = latest.length - 1; place >= 0; place--)
          if (take('entity', latest[place])) return true;
        return false;
      });
    }
    left = mostCandidates;
    for (const [pair, rarity] of traits.labels)
      if (rarity >= rare && take('label', pair)) break;
    return found;
  }

  private score(
    alert: CorrelatedAlert,
    traits: Traits,
    group: Group,
  ): Scored | undefined {
    const { graph, rules } = this.options;
    const { near, dependants, changes, rarity } = this;
    const { distance } = rules.correlate;
    const relation =
      alert.entityRef === undefined
        ? undefined
        : relate(alert.entityRef, group, alert.startsAt, {
            near,
            dependants,
            distance,
          });
    return scoreOf({
      alert,
      traits,
      group,
      relation,
      rules,
      graph,
      changes,
      rarity,
    });
  }

  /** Whether the alert, which joins the best, shows that another group is of the same cause. */
  private shows(alert: CorrelatedAlert, best: Scored, other: Scored): boolean {
    const ref = alert.entityRef;
    if (!ref || !other.relation || !best.relation) return false;
    if (
      gapTo(best.group.firstAt, other.group.firstAt, other.group.lastStart) >
      this.options.rules.correlate.windowMs
    )
      return false;
    const kinds = [best.relation.kind, other.relation.kind];
    // Two groups above it: it may be the cause of both, if what rests on it mostly has alerts.
    if (kinds.every(kind => kind === 'depended-on-by'))
      return this.mayCause(ref, alert.startsAt);
    if (kinds.includes('same-entity')) return kinds[0] === kinds[1];
    // It stands between the two.
    if (kinds.includes('depended-on-by') && kinds.includes('depends-on'))
      return this.mayCause(ref, alert.startsAt);
    return (
      kinds.every(kind => kind === 'common-dependency') &&
      best.relation.common === other.relation.common
    );
  }

  private mayCause(ref: string, at: number): boolean {
    const { graph } = this.options;
    return (
      graph.dependentsOf(ref).length <= fewDependents ||
      this.dependants.strength(ref, at) >= explains
    );
  }

  private settleAnchor(group: Group, joined: AlertingEntity): void {
    const { ref, first, worst } = joined;
    const { anchor } = group;
    if (anchor === undefined) {
      this.anchorAt(group, ref);
      return;
    }
    if (anchor === ref || worst <= gravity.info) return;
    const { windowMs, distance } = this.options.rules.correlate;
    if (this.near.below(anchor).has(ref)) {
      const anchored = group.entities.get(anchor)?.first ?? group.firstAt;
      // A cause may be noticed later than its symptoms, but not by much.
      if (first <= anchored + windowMs / 2 && this.mayCause(ref, first))
        this.anchorAt(group, ref);
      return;
    }
    if (this.near.below(ref).has(anchor)) return;
    const { near, dependants } = this;
    const surroundings = { near, dependants, distance };
    const relation = commonDependency(ref, anchor, first, surroundings);
    if (relation?.common !== undefined && relation.strength >= explains)
      this.anchorAt(group, relation.common);
  }

  private anchorAt(group: Group, ref: string): void {
    group.anchor = ref;
    this.groups.addKey('anchor', ref, group);
  }

  private takeOut(group: Group, alertId: number): void {
    group.remove(alertId);
    if (group.members.size === 0) {
      this.groups.delete(group.id);
      return;
    }
    this.groups.noteFiring(group);
    if (group.anchor === undefined || group.entities.has(group.anchor)) return;
    group.anchor = undefined;
    for (const entity of group.entities.values())
      this.settleAnchor(group, entity);
  }
}

function differ(alert: CorrelatedAlert, group: Group): boolean {
  return (
    alert.environment !== undefined &&
    group.environment !== undefined &&
    alert.environment !== group.environment
  );
}

/** What alerts under a grouping rule agree in; undefined when the rule is not for this one. */
function ruleKeyOf(
  rule: IncidentRules['correlate']['rules'][number],
  alert: CorrelatedAlert,
): string | undefined {
  const { name, labels, adapter = '' } = alert;
  if (!matches(rule.match, { adapter, name, labels })) return undefined;
  const values = rule.sameLabels.map(label =>
    Object.hasOwn(labels, label) ? labels[label] : undefined,
  );
  return values.includes(undefined)
    ? undefined
    : JSON.stringify([rule.name, ...values]);
}
