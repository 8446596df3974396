import { bareName, type ChangeFact, type Facts } from '../facts';
import type { Findings, LogFinding, Trouble } from '../findings';
import { partNames, type Candidate, type Parts } from './Candidate';
import { changeProximity } from './changeProximity';
import { isOutside } from './isOutside';
import { reachOf } from './reachOf';
import { scoreOf } from './scoreOf';
import { walk } from './walk';

/** Trouble that starts a search among what is below. */
const seedFrom = 0.12;
const mostSeeds = 300;
const mostCandidates = 600;
const none = Object.fromEntries(partNames.map(name => [name, 0])) as Parts;
/** So much of its trouble is explained when an entity's own errors name another. */
const blameShare = 0.85;
/** One new line is enough for nearly all of that. */
const fullBlame = 3.5;
/** Where nothing is louder than this, being the loudest says little. */
const quietLoudness = 0.6;
const perHop = 0.8;
/** What its own errors blame on another takes so much off what others' errors say of it. */
const passedOn = 0.6;
/** Of what belongs here something would mostly be measured. */
const insideShare = 0.5;
/** What is below explains trouble above if it began not later than this after it, ms. */
const skew = 120_000;

/**
 * All that may be at the bottom of it, the likeliest first: what is in trouble, what it rests on, quiet
 * as it may be, what changed, and what others name in their errors.
 */
export function rankCandidates(findings: Findings): Candidate[] {
  const { facts, troubles, onset } = findings;
  const seeds = [...troubles.values()]
    .filter(({ all }) => all >= seedFrom)
    .sort((a, b) => b.all - a.all || (a.node < b.node ? -1 : 1))
    .slice(0, mostSeeds);
  const explains = new Map<string, Map<string, number>>();
  for (const { node } of seeds)
    for (const [ref, hops] of reachOf(node, facts.below)) {
      const found = explains.get(ref) ?? new Map<string, number>();
      found.set(node, hops);
      explains.set(ref, found);
    }
  const changes = changesOf(findings);
  const mentions = mentionsOf(findings);
  const refs = pickRefs(seeds, explains, changes, mentions);
  const explainedOf = remembered(ref => explainedBelow(ref, findings));
  const hiddenOf = hiddenSharer(findings, explainedOf);
  const own = (trouble: Trouble) =>
    Math.max(
      trouble.cause,
      trouble.symptom * (1 - 0.8 * explainedOf(trouble.node).most),
      trouble.logged * 0.5 * (1 - 0.6 * explainedOf(trouble.node).most),
    );
  const walked = walk(refs, facts, troubles, ref => {
    const trouble = troubles.get(ref);
    return trouble ? own(trouble) : 0.1;
  });
  const loudest = Math.max(
    quietLoudness,
    ...[...troubles.values()].map(({ loud }) => loud),
  );
  const firsts = seeds.flatMap(({ began, all }) =>
    began !== undefined && all >= 0.3 ? [began] : [],
  );
  const first = firsts.length ? Math.min(...firsts) : onset.at;
  const patience = patienceOf(findings);
  const total = seeds.reduce((sum, { all }) => sum + all, 0);
  const history = historyOf(findings);
  const candidates = refs.map<Candidate>(ref => {
    const trouble = troubles.get(ref);
    const found = explains.get(ref) ?? new Map<string, number>();
    const others = total - (trouble?.all ?? 0);
    let reached = 0;
    for (const [node, hops] of found)
      reached += (troubles.get(node)?.all ?? 0) * perHop ** (hops - 1);
    const above = facts.above.get(ref) ?? [];
    const troubledAbove = above.filter(
      other => (troubles.get(other)?.all ?? 0) >= seedFrom,
    ).length;
    const change = changes.get(ref);
    const proximity = change ? changeProximity(change, onset.at) : 0;
    const coverage = others > 0 ? reached / others : 0;
    const named = mentions.get(ref) ?? [];
    const share = explainedOf(ref).most;
    const parts: Parts = {
      resource: trouble?.cause ?? 0,
      symptom: (trouble?.symptom ?? 0) * (1 - 0.8 * share),
      loudness: trouble ? trouble.loud / loudest : 0,
      coverage,
      walk: walked.get(ref) ?? 0,
      early:
        trouble?.began !== undefined && trouble.all >= 0.3
          ? Math.exp(-Math.max(0, trouble.began - first) / patience)
          : 0,
      change: proximity,
      changed: proximity * Math.max(trouble?.all ?? 0, coverage),
      logs: (trouble?.logged ?? 0) * (1 - 0.7 * share),
      mentioned: mentionedShare(ref, named, findings) * (1 - passedOn * share),
      history: history.get(ref) ?? 0,
      specific: above.length
        ? troubledAbove / (above.length + 1) + (trouble ? 0.2 : 0)
        : 0,
      alerted: trouble?.alerted ?? 0,
      drop: trouble?.drop ?? 0,
      hidden: hiddenOf(ref),
    };
    return {
      ref,
      trouble,
      parts,
      change,
      explains: found,
      mentions: named,
      explained: share,
      score: scoreOf(parts),
    };
  });
  const covered = Math.max(0, ...candidates.map(({ parts }) => parts.coverage));
  candidates.push(...placeless(findings, total, covered));
  return candidates.sort(
    (a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1),
  );
}

/** Changes that concern no entity we know, such as a flag for all: candidates of their own. */
function placeless(
  { facts, onset }: Findings,
  total: number,
  covered: number,
): Candidate[] {
  const near = facts.changes
    .filter(({ node }) => node === undefined)
    .map(change => ({ change, nearness: changeProximity(change, onset.at) }))
    .filter(({ nearness }) => nearness > 0.02)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, 5);
  return near.map(({ change, nearness }, place) => {
    const parts: Parts = {
      ...none,
      change: nearness,
      changed: nearness * Math.min(1, total),
      // It may explain all of it, the more so where no single entity does.
      coverage: nearness * Math.min(1, total / 2),
      walk: nearness * (1 - covered),
      early: nearness,
    };
    return {
      ref: `change ${place + 1}: ${change.given.title}`,
      parts,
      change,
      explains: new Map(),
      mentions: [],
      explained: 0,
      score: scoreOf(parts),
    };
  });
}

function pickRefs(
  seeds: Trouble[],
  explains: Map<string, Map<string, number>>,
  changes: Map<string, ChangeFact>,
  mentions: Map<string, LogFinding[]>,
): string[] {
  const below = [...explains]
    .sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
    .map(([ref]) => ref);
  const refs = new Set([
    ...seeds.map(({ node }) => node),
    ...mentions.keys(),
    ...changes.keys(),
    ...below,
  ]);
  return [...refs].slice(0, mostCandidates).sort();
}

/** Of each entity the change that is nearest to the onset. */
function changesOf({ facts, onset }: Findings): Map<string, ChangeFact> {
  const found = new Map<string, ChangeFact>();
  for (const change of facts.changes) {
    if (change.node === undefined) continue;
    const nearness = changeProximity(change, onset.at);
    const other = found.get(change.node);
    if (nearness > (other ? changeProximity(other, onset.at) : 0.02))
      found.set(change.node, change);
  }
  return found;
}

function mentionsOf({ logs }: Findings): Map<string, LogFinding[]> {
  const found = new Map<string, LogFinding[]>();
  for (const finding of logs)
    if (finding.log.isError && finding.novelty > 0.1)
      for (const ref of finding.mentions) {
        const others = found.get(ref) ?? [];
        others.push(finding);
        found.set(ref, others);
      }
  return found;
}

/** Errors of who depends on it say most; of one that it depends on itself, little. */
function mentionedShare(
  ref: string,
  mentions: LogFinding[],
  { facts }: Findings,
): number {
  const byNode = new Map<string, number>();
  for (const { log, novelty } of mentions) {
    const from = log.node ?? '';
    const isCaller = facts.below.get(from)?.includes(ref);
    const isCallee = facts.above.get(from)?.includes(ref);
    let weight = isCallee ? 0.15 : 0.6;
    if (isCaller) weight = 1;
    byNode.set(from, Math.max(byNode.get(from) ?? 0, weight * novelty));
  }
  const sum = [...byNode.values()].reduce((all, value) => all + value, 0);
  return sum / (sum + 0.4);
}

/** How far others explain what an entity shows, 0 to 1. */
interface Explained {
  most: number;
  /** Who explains most of it, and how far the next does. */
  by?: string;
  next: number;
}

/** Trouble of what is directly below, and its own errors where they blame somebody else. */
function explainedBelow(ref: string, { facts, troubles }: Findings): Explained {
  const found: Explained = { most: 0, next: 0 };
  const trouble = troubles.get(ref);
  const mine = trouble ? Math.max(trouble.symptom, trouble.logged * 0.5) : 0;
  if (!trouble || !mine) return found;
  const see = (by: string, level: number) => {
    if (level > found.most) {
      if (by !== found.by) found.next = found.most;
      found.most = level;
      found.by = by;
    } else if (by !== found.by) found.next = Math.max(found.next, level);
  };
  for (const { log, mentions, novelty } of trouble.logs)
    if (log.isError)
      for (const other of mentions)
        if (mayBlame(ref, other, facts))
          see(other, blameShare * Math.min(1, novelty * fullBlame));
  for (const other of facts.below.get(ref) ?? []) {
    const theirs = troubles.get(other);
    if (!theirs) continue;
    const level = Math.max(theirs.cause, theirs.symptom, theirs.logged * 0.6);
    const isLater =
      theirs.began !== undefined &&
      trouble.began !== undefined &&
      theirs.began > trouble.began + skew;
    // Both in a circle explain each other; then neither is excused.
    const isCircle = facts.below.get(other)?.includes(ref);
    see(
      other,
      Math.min(1, level / mine) * (isLater ? 0.4 : 1) * (isCircle ? 0.4 : 1),
    );
  }
  return found;
}

/** What it calls, or what no edge is known of; never who calls it. */
function mayBlame(
  ref: string,
  other: string,
  { below, above }: Facts,
): boolean {
  if (below.get(ref)?.includes(other)) return true;
  return !above.get(ref)?.includes(other) && !above.get(other)?.length;
}

/** Differences in time shorter than a few steps say little. */
function patienceOf({ facts }: Findings): number {
  let step = 15_000;
  for (const series of facts.series) step = Math.max(step, series.step);
  return 4 * step;
}

/**
 * How far nothing is measured of an entity, and who calls it is in trouble that nothing else explains,
 * neither a resource of its own nor what else it calls.
 */
function hiddenSharer(
  { facts, troubles, measured }: Findings,
  explainedOf: (ref: string) => Explained,
): (ref: string) => number {
  const quietOf = remembered((ref: string) => {
    const below = facts.below.get(ref) ?? [];
    return below.filter(other => !troubles.has(other) && !measured.has(other))
      .length;
  });
  return ref => {
    if (measured.has(ref)) return 0;
    let unlikely = 1;
    for (const caller of facts.above.get(ref) ?? []) {
      const trouble = troubles.get(caller);
      if (!trouble) continue;
      const { most, by, next } = explainedOf(caller);
      const open =
        Math.max(trouble.symptom, trouble.logged * 0.6) *
        (1 - trouble.cause) *
        (1 - (by === ref ? next : most));
      unlikely *= 1 - open / Math.sqrt(Math.max(1, quietOf(caller)));
    }
    return (1 - unlikely) * (isOutside(ref, facts) ? 1 : insideShare);
  };
}

function remembered<T>(of: (ref: string) => T): (ref: string) => T {
  const known = new Map<string, T>();
  return ref => {
    let value = known.get(ref);
    if (value === undefined) known.set(ref, (value = of(ref)));
    return value;
  };
}

function historyOf({ facts }: Findings): Map<string, number> {
  const found = new Map<string, number>();
  for (const { origin, nodes, likeness = 0.5, rootCause } of facts.similar) {
    const see = (ref: string, weight: number) =>
      found.set(ref, Math.max(found.get(ref) ?? 0, weight));
    if (origin) see(origin, likeness);
    else
      for (const ref of nodes)
        see(
          ref,
          likeness *
            (rootCause?.toLowerCase().includes(bareName(ref)) ? 0.8 : 0.25),
        );
  }
  return found;
}
