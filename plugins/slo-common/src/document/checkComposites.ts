import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { Finding, Objective } from '../objective';
import { memberPlace } from './places';

/**
 * How many composites may stand in each other, the outermost counted.
 *
 * @public
 */
export const MAX_COMPOSITE_DEPTH = 5;

/** Said of one objective; a composite of 500 misspelt members is told of some. */
const MOST_FINDINGS = 10;

/**
 * What no composite can say of itself: whether its members are there, and whether following them
 * comes to an end. One that leads back to itself, or into one that does, is taken out; a member that
 * is nowhere counts for nothing. Findings are by the ref of the document they are in.
 *
 * @public
 */
export function checkComposites(objectives: Objective[]): {
  objectives: Objective[];
  findings: Map<string, Finding[]>;
} {
  const known = new Set(objectives.map(({ ref }) => ref));
  const endless = endlessOf(objectives);
  const findings = new Map<string, Finding[]>();
  for (const objective of objectives) {
    const { ref, documentRef } = objective;
    const found = endless.has(ref)
      ? endlessMember(objective, endless)
      : unknownMembers(objective, known);
    if (found.length) {
      findings.set(documentRef, [
        ...(findings.get(documentRef) ?? []),
        ...found,
      ]);
    }
  }
  return {
    objectives: objectives.filter(({ ref }) => !endless.has(ref)),
    findings,
  };
}

function endlessMember(composite: Objective, endless: Set<string>): Finding[] {
  const members = membersOf(composite);
  // The outermost of too many has none but members that end.
  const index = Math.max(
    0,
    members.findIndex(ref => endless.has(ref)),
  );
  return [
    errorAt(
      memberPlace(composite, index),
      'endless-composite',
      'Following the members of this composite comes to no end.',
      {
        found: members[index],
        allowed: `members that do not lead back here, at most ${MAX_COMPOSITE_DEPTH} composites deep`,
      },
    ),
  ];
}

function unknownMembers(composite: Objective, known: Set<string>): Finding[] {
  return membersOf(composite)
    .flatMap((ref, index) => (known.has(ref) ? [] : [{ ref, index }]))
    .slice(0, MOST_FINDINGS)
    .map(({ ref, index }) =>
      // Often written elsewhere, by others.
      warningAt(
        memberPlace(composite, index),
        'unknown-reference',
        'There is no such objective, or it is invalid; it counts for nothing.',
        { found: ref, allowed: 'the ref of an objective' },
      ),
    );
}

function membersOf({ indicator }: Objective): string[] {
  return indicator.kind === 'composite'
    ? indicator.members.map(({ ref }) => ref)
    : [];
}

/** From the innermost composites outwards; what is not reached in time has no end. */
function endlessOf(objectives: Objective[]): Set<string> {
  const open = new Map(
    objectives
      .filter(({ indicator }) => indicator.kind === 'composite')
      .map(objective => [objective.ref, objective]),
  );
  for (let depth = 0; depth < MAX_COMPOSITE_DEPTH && open.size; depth++) {
    const ended = [...open.values()].filter(
      objective => !membersOf(objective).some(ref => open.has(ref)),
    );
    for (const { ref } of ended) open.delete(ref);
  }
  return new Set(open.keys());
}
