import type { IncidentRules } from '@ghostlight/plugin-incidents-common';
import { stringify } from 'yaml';

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** Rules as the document that would give them, such as those that hold where nobody wrote any. */
export function writeRules(rules: IncidentRules): string {
  const { mapping, suppress, correlate, incidents } = rules;
  const { flapping } = suppress;
  return stringify({
    apiVersion: 'ghostlight.dev/v1',
    kind: 'IncidentRules',
    spec: {
      mapping,
      suppress: {
        flapping: flapping
          ? {
              transitions: flapping.transitions,
              within: durationOf(flapping.withinMs),
              quiet: durationOf(flapping.quietMs),
            }
          : false,
        symptoms: suppress.symptoms,
        rules: suppress.rules,
      },
      correlate: {
        window: durationOf(correlate.windowMs),
        idle: durationOf(correlate.idleMs),
        distance: correlate.distance,
        threshold: correlate.threshold,
        weights: correlate.weights,
        changes: durationOf(correlate.changeMs),
        rules: correlate.rules.map(({ windowMs, ...rule }) => ({
          ...rule,
          window: durationOf(windowMs),
        })),
      },
      incidents: {
        rules: incidents.rules,
        resolveAfter: durationOf(incidents.resolveAfterMs),
        reopenWithin: durationOf(incidents.reopenWithinMs),
      },
    },
  });
}

/** In the largest unit that it is a whole number of; `false` for none. */
function durationOf(ms: number | undefined): string | false {
  if (!ms) return false;
  const [unit, size] =
    units.find(([, each]) => ms % each === 0) ?? units[units.length - 1];
  return `${Math.round(ms / size)}${unit}`;
}
