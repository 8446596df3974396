import type { Dependants } from './Dependants';
import type { Group } from './Group';
import type { Neighbourhoods } from './Neighbourhoods';

/** How an entity stands to what a group is held to come from. */
export interface Relation {
  kind: 'same-entity' | 'depends-on' | 'depended-on-by' | 'common-dependency';
  /** The entity of the group that it is related through. */
  to: string;
  /** 0 to 1. */
  strength: number;
  path: string[];
  /** What both depend on. */
  common?: string;
}

export interface Surroundings {
  near: Neighbourhoods;
  dependants: Dependants;
  distance: number;
}

const perHop = 0.88;
const perHopBeyond = 0.97;
/** Of something that shows no alert of its own. */
const quiet = 0.9;
/** A common dependency that explains less is no tie. */
const leastCommon = 0.2;

/**
 * An entity belongs to a group by its way to the group's anchor and not to just any member: what
 * merely shares a symptom with it, as the gateway above two faults, does not chain the two.
 */
export function relate(
  ref: string,
  group: Group,
  at: number,
  surroundings: Surroundings,
): Relation | undefined {
  if (group.entities.has(ref))
    return { kind: 'same-entity', to: ref, strength: 1, path: [ref] };
  const { anchor } = group;
  if (anchor === undefined) return undefined;
  return (
    dependsOn(ref, group, anchor, surroundings) ??
    dependedOn(ref, anchor, surroundings) ??
    commonDependency(ref, anchor, at, surroundings)
  );
}

function dependsOn(
  ref: string,
  group: Group,
  anchor: string,
  { near, distance }: Surroundings,
): Relation | undefined {
  const below = near.below(ref);
  const toAnchor = below.hopsTo(anchor);
  if (toAnchor === undefined) return undefined;
  // Members on the way count as far as they lead there.
  for (const [place, to] of below.refs.entries()) {
    const hops = below.hopsAt(place);
    if (hops > distance) return undefined;
    if (to !== anchor && !group.entities.has(to)) continue;
    if (to !== anchor && !near.below(to).has(anchor)) continue;
    return {
      kind: 'depends-on',
      to,
      strength:
        perHop ** Math.max(0, hops - 1) *
        perHopBeyond ** Math.max(0, toAnchor - hops) *
        (group.entities.has(to) ? 1 : quiet),
      path: near.path(ref, to),
    };
  }
  return undefined;
}

function dependedOn(
  ref: string,
  anchor: string,
  { near, distance }: Surroundings,
): Relation | undefined {
  const hops = near.below(anchor).hopsTo(ref);
  if (hops === undefined || hops > distance) return undefined;
  return {
    kind: 'depended-on-by',
    to: anchor,
    strength: perHop ** Math.max(0, hops - 1),
    path: near.path(anchor, ref),
  };
}

/** The quiet dependency that best explains an entity together with an anchor. */
export function commonDependency(
  ref: string,
  anchor: string,
  at: number,
  { near, dependants, distance }: Surroundings,
): Relation | undefined {
  const fromAnchor = near.below(anchor);
  const below = near.below(ref);
  let best: Omit<Relation, 'path'> | undefined;
  for (const [place, common] of below.refs.entries()) {
    const hops = below.hopsAt(place);
    if (hops >= distance) break;
    const otherHops = fromAnchor.hopsTo(common);
    if (otherHops === undefined || hops + otherHops > distance) continue;
    const given = hops === 1 ? ref : undefined;
    const strength =
      quiet *
      dependants.strength(common, at, given) *
      perHop ** (hops + otherHops - 2);
    if (strength < leastCommon || strength <= (best?.strength ?? 0)) continue;
    best = { kind: 'common-dependency', to: anchor, strength, common };
  }
  if (!best?.common) return undefined;
  const path = [
    ...near.path(ref, best.common),
    ...near.path(anchor, best.common).reverse().slice(1),
  ];
  return { ...best, path };
}
