import { warningAt } from '@ghostlight/reliability-common';
import type { Finding, Objective } from '../objective';
import { targetPlace } from './places';

/**
 * Tells which targets are higher than the dependencies of their entity can support.
 *
 * An entity that needs each of its dependencies is up no more often than all of them are at once:
 * the product of their targets. Of a dependency with several objectives the best counts, and one
 * without objectives is left out. Pass availability objectives and hard dependencies only; what
 * lies behind a dependency is in its own target. Answers a finding per ref of an objective.
 *
 * @public
 */
export function lintTargets(
  objectives: Pick<Objective, 'ref' | 'entityRef' | 'target' | 'place'>[],
  dependsOn: Map<string, string[]>,
): Map<string, Finding> {
  const best = new Map<string, number>();
  for (const { entityRef, target } of objectives) {
    best.set(entityRef, Math.max(best.get(entityRef) ?? 0, target));
  }
  const findings = new Map<string, Finding>();
  for (const objective of objectives) {
    const { ref, entityRef, target } = objective;
    const needed = [...new Set(dependsOn.get(entityRef) ?? [])].filter(
      other => other !== entityRef && best.has(other),
    );
    const support = needed.reduce(
      (share, other) => share * best.get(other)!,
      1,
    );
    if (needed.length && target > support + 1e-12) {
      findings.set(
        ref,
        warningAt(
          targetPlace(objective),
          'target-above-dependencies',
          `Its dependencies promise ${percent(support)} together (${needed
            .slice(0, 5)
            .map(other => `${other} ${percent(best.get(other)!)}`)
            .join(', ')}${needed.length > 5 ? ', …' : ''}).`,
          { found: percent(target), allowed: `at most ${percent(support)}` },
        ),
      );
    }
  }
  return findings;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}
