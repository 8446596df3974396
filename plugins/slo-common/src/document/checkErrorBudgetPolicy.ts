import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import { BURN_WINDOWS, windowName } from '../arithmetic/burnRate';
import { parseDuration } from './duration';
import type { ErrorBudgetPolicySpec } from './SloDocument';

/** Each rule has one verdict and at least one thing to look at. */
export function checkErrorBudgetPolicy(spec: ErrorBudgetPolicySpec): Finding[] {
  const names = new Set<string>();
  return (spec.rules ?? []).flatMap((rule, i) => {
    const path = `spec.rules[${i}]`;
    const findings: Finding[] = [];
    if (names.has(rule.name)) {
      findings.push(
        errorAt(
          `${path}.name`,
          'duplicate-name',
          'Another rule is called so.',
          {
            found: rule.name,
            allowed: 'a name of its own',
          },
        ),
      );
    }
    names.add(rule.name);
    if (Boolean(rule.denyWhen) === Boolean(rule.warnWhen)) {
      findings.push(
        errorAt(path, 'invalid', 'A rule has exactly one verdict.', {
          found: rule.denyWhen ? 'both' : 'neither',
          allowed: 'denyWhen | warnWhen',
        }),
      );
      return findings;
    }
    const field = rule.denyWhen ? 'denyWhen' : 'warnWhen';
    const when = rule.denyWhen ?? rule.warnWhen ?? {};
    if (
      when.budgetSpent === undefined &&
      when.burnAbove === undefined &&
      when.firing === undefined
    ) {
      findings.push(
        errorAt(`${path}.${field}`, 'missing', 'A rule says when it holds.', {
          found: undefined,
          allowed: 'budgetSpent | burnAbove | firing',
        }),
      );
    }
    if (when.over !== undefined) {
      findings.push(...checkOver(when.over, `${path}.${field}.over`));
    }
    return findings;
  });
}

/** A rule over a window without a burn rate would never hold, and nobody would know. */
function checkOver(over: string, path: string): Finding[] {
  const seconds = parseDuration(over)?.seconds ?? 0;
  return BURN_WINDOWS.includes(seconds)
    ? []
    : [
        warningAt(
          path,
          'unmeasured-window',
          'The burn rate over this window is known only of objectives with an alert that looks back as far; of others the rule never holds.',
          { found: over, allowed: BURN_WINDOWS.map(windowName).join(' | ') },
        ),
      ];
}
