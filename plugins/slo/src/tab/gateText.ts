import type { Gate } from '@ghostlight/plugin-slo-common';
import type { Formats } from '@ghostlight/reliability-react';
import { nameOf, type Voice } from '../answer';

type Check = Gate['checks'][number];

/** Said by the check's sentence already, or for machines. */
const spoken = new Set(['measured', 'limit', 'unit', 'ageSeconds', 'and']);

const facts = {
  window: 'gate.factWindow',
  allowedMinutes: 'gate.factAllowed',
  leftMinutes: 'gate.factLeft',
  total: 'gate.factTotal',
  bad: 'gate.factBad',
  asOf: 'gate.factAsOf',
  source: 'gate.factSource',
} as const;

function isFact(name: string): name is keyof typeof facts {
  return name in facts;
}

/**
 * A check in the reader's language, made from its evidence; a check of a kind that is not known
 * here keeps the title that the policy gave it.
 */
export function checkText(check: Check, { t, format }: Voice): string {
  const { id, evidence, title, objectiveRef } = check;
  const objective = objectiveRef ? nameOf(objectiveRef) : '';
  if (id === 'no-objectives') return t('gate.noChecks');
  if (id === 'no-data') return t('gate.checkNoData', { objective });
  if (id === 'low-traffic') return t('gate.checkLowTraffic', { objective });

  const { measured, limit, unit, window } = evidence;
  if (typeof limit !== 'number' || evidence.and !== undefined) return title;
  const known = typeof measured === 'number' ? measured : null;
  switch (unit) {
    case 'share of the budget spent':
      return t('gate.checkSpent', {
        objective,
        measured: format.percent(known),
        limit: format.percent(limit),
      });
    case 'share of the budget left':
      return t('gate.checkLeft', {
        objective,
        measured: format.percent(known),
        limit: format.percent(limit),
      });
    case 'burn rate':
      return t('gate.checkBurn', {
        objective,
        measured: format.rate(known),
        limit: format.rate(limit),
        window: format.window(String(window)),
      });
    default:
      return title;
  }
}

/** The rest of a check's evidence, as name and value. */
export function checkFacts(
  check: Check,
  { t, format }: Voice,
): Array<{ name: string; value: string }> {
  return Object.entries(check.evidence)
    .filter(
      ([name, value]) =>
        isFact(name) &&
        !spoken.has(name) &&
        value !== null &&
        value !== undefined,
    )
    .map(([name, value]) => ({
      name: isFact(name) ? t(facts[name]) : name,
      value: factValue(name, value, format),
    }));
}

function factValue(name: string, value: unknown, format: Formats): string {
  if (typeof value === 'number') {
    if (name === 'asOf') return format.time(value);
    if (name.endsWith('Minutes')) return format.minutes(value);
    return format.count(value);
  }
  return name === 'window' ? format.window(String(value)) : String(value);
}
