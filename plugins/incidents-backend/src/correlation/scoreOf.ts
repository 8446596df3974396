import type {
  IncidentRules,
  Reason,
} from '@ghostlight/plugin-incidents-common';
import type { Graph } from '../graph';
import { changeData } from './changeData';
import type { Changes } from './Changes';
import type { CorrelatedAlert } from './Correlation';
import { gapTo } from './gapTo';
import type { Group } from './Group';
import { nameOf } from './nameOf';
import type { Rarity } from './Rarity';
import type { Relation } from './relate';
import { weightOfWord, type Traits } from './traitsOf';

/** How well an alert fits a group, and why. The weights of the reasons add up to the score. */
export interface Scored {
  group: Group;
  score: number;
  because: Reason[];
  relation?: Relation;
}

/** Of an alert that starts long after what it belongs to, which still fires. */
const late = { 'same-entity': 0.5, 'depends-on': 0.3 };
/** Without a tie in the graph, labels as rare as this must be shared. */
const tellingLabels = 0.4;
/** How far a label that nothing else has convinces. */
const ofOneLabel = 0.8;
/** A cause and its symptom may be recorded in the wrong order by this, in ms. */
const skew = 120_000;

/** Undefined: the alert is not of this group. */
export function scoreOf(options: {
  alert: CorrelatedAlert;
  traits: Traits;
  group: Group;
  relation?: Relation;
  rules: IncidentRules;
  graph: Graph;
  changes: Changes;
  rarity: Rarity;
}): Scored | undefined {
  const { alert, group, relation, rules, graph } = options;
  const { weights } = rules.correlate;
  const timing = timeOf(options);
  if (!timing) return undefined;
  const labels = labelsOf(options);
  if (!relation && labels.share < tellingLabels) return undefined;
  const change = relation && changeOf(options, relation);
  const all = weights.time + weights.text + weights.labels;
  const sum = relation ? all + weights.distance + weights.change : all;
  const sure =
    weights.distance * (relation?.strength ?? 0) +
    weights.time * timing.share +
    weights.labels * labels.share +
    weights.change * (change?.share ?? 0);
  // Comparing texts is the dearest part: not when the best of them would not do.
  if (sure + weights.text < rules.correlate.threshold * sum) return undefined;
  const text = textOf(options);
  const because: Reason[] = [];
  const add = (
    weight: number,
    share: number,
    reason: Omit<Reason, 'weight'>,
  ) => {
    const part = round((weight * share) / sum);
    if (part > 0) because.push({ ...reason, weight: part });
  };
  if (relation)
    add(weights.distance, relation.strength, tieReason(alert, relation, graph));
  add(weights.time, timing.share, timing.reason);
  add(weights.labels, labels.share, {
    kind: 'labels',
    text: `Same ${labels.pairs.join(', ')}`,
    data: { labels: labels.pairs.join(', ') },
  });
  add(weights.text, text.share, {
    kind: 'text',
    text: `Says much the same as ‘${text.name}’`,
    data: { name: text.name },
  });
  if (change) add(weights.change, change.share, change.reason);
  const score = round(because.reduce((total, { weight }) => total + weight, 0));
  return { group, score, because, relation };
}

function timeOf({
  alert,
  group,
  relation,
  rules,
}: Parameters<typeof scoreOf>[0]):
  | { share: number; reason: Omit<Reason, 'weight'> }
  | undefined {
  const { windowMs, idleMs } = rules.correlate;
  const at = alert.startsAt;
  const entity = relation && group.entities.get(relation.to);
  const gap = entity
    ? gapTo(at, entity.first, entity.last)
    : gapTo(at, group.firstAt, group.lastStart);
  if (gap <= windowMs) {
    const seconds = Math.round(gap / 1000);
    return {
      share: 1 - gap / windowMs,
      reason: {
        kind: 'time',
        text:
          seconds < 1
            ? 'Started at the same time'
            : `Started within ${seconds} s`,
        data: { seconds: String(seconds) },
      },
    };
  }
  const { kind } = relation ?? {};
  if (kind !== 'same-entity' && kind !== 'depends-on') return undefined;
  const lasting =
    entity && entity.firing > 0 && at > entity.first && gap <= idleMs;
  if (!lasting) return undefined;
  const minutes = Math.round(gap / 60_000);
  return {
    share: late[kind],
    reason: {
      kind: 'time',
      text: `Started ${minutes} min later, while it still fires`,
      data: { minutes: String(minutes) },
    },
  };
}

/** Each rare label that is shared takes away some of the doubt. */
function labelsOf({ traits, group }: Parameters<typeof scoreOf>[0]) {
  const pairs: { pair: string; telling: number }[] = [];
  let doubt = 1;
  for (const [pair, telling] of traits.labels) {
    if (!group.labels.has(pair)) continue;
    doubt *= 1 - ofOneLabel * telling;
    pairs.push({ pair, telling });
  }
  pairs.sort((a, b) => b.telling - a.telling || (a.pair < b.pair ? -1 : 1));
  return { share: 1 - doubt, pairs: pairs.slice(0, 3).map(({ pair }) => pair) };
}

/** Likeness to the alert of the group that is most alike: shared words over all words, rare ones counting more. */
function textOf({ traits, group, rarity }: Parameters<typeof scoreOf>[0]) {
  let mine = 0;
  for (const weight of traits.words.values()) mine += weight;
  let best = { share: 0, name: '' };
  for (const [name, words] of group.texts) {
    let shared = 0;
    let all = mine;
    for (const word of words) {
      const weight = traits.words.get(word);
      if (weight === undefined) all += weightOfWord(word, rarity);
      else shared += weight;
    }
    const share = all === 0 ? 0 : shared / all;
    if (share > best.share) best = { share, name };
  }
  return best;
}

/** A recent change of what both may come from. */
function changeOf(
  { alert, group, rules, graph, changes }: Parameters<typeof scoreOf>[0],
  { kind, common }: Relation,
): { share: number; reason: Omit<Reason, 'weight'> } | undefined {
  const { changeMs } = rules.correlate;
  const cause =
    kind === 'depended-on-by' ? alert.entityRef : common ?? group.anchor;
  if (!cause) return undefined;
  const first = Math.min(group.firstAt, alert.startsAt);
  const change = changes.lastOf(cause, {
    from: first - changeMs,
    to: first + skew,
  });
  if (!change) return undefined;
  const age = Math.max(0, first - change.at);
  return {
    share: 1 - age / changeMs,
    reason: {
      kind: 'change',
      text: `${nameOf(graph, cause)} had changed ${Math.round(
        age / 60_000,
      )} min before: ${change.title}`,
      data: { ...changeData(change, age), entityRef: cause },
    },
  };
}

function tieReason(
  alert: CorrelatedAlert,
  { kind, to, path, common }: Relation,
  graph: Graph,
): Omit<Reason, 'weight'> {
  const ref = alert.entityRef!;
  const [mine, theirs] = [nameOf(graph, ref), nameOf(graph, to)];
  const data = { entityRef: ref, otherRef: to };
  switch (kind) {
    case 'same-entity':
      return { kind, text: `${mine} is already part of it`, data };
    case 'depends-on':
      return { kind, text: `${mine} depends on ${theirs}`, data, path };
    case 'depended-on-by':
      return { kind, text: `${theirs} depends on ${mine}`, data, path };
    default: {
      const text = `${mine} and ${theirs} depend on ${nameOf(graph, common!)}`;
      return { kind, text, data: { ...data, commonRef: common! }, path };
    }
  }
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
