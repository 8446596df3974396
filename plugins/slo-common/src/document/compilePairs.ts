import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { BurnPairRule, Finding } from '../objective';
import type { CompileContext } from './compileObjectives';
import { formatDuration, parseDuration } from './duration';
import type {
  AlertConditionSpec,
  AlertPolicySpec,
  SloSpec,
} from './SloDocument';
import { standardPairs, withReach } from './standardPairs';

const severities: Record<string, BurnPairRule['severity']> = {
  page: 'page',
  critical: 'page',
  high: 'page',
  ticket: 'ticket',
  warning: 'ticket',
  medium: 'ticket',
  low: 'ticket',
  info: 'ticket',
};

/** The burn conditions of the SLO's alert policies, or the standard table where it has none. */
export function compilePairs(
  slo: SloSpec,
  windowSeconds: number,
  target: number,
  context: CompileContext,
): { pairs: BurnPairRule[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const pairs = conditionsOf(slo, context, findings).flatMap(
    ({ spec, path }) => {
      const pair = pairOf(spec, path, windowSeconds, findings);
      return pair ? [withReach(pair, target)] : [];
    },
  );
  return {
    pairs: pairs.length ? unique(pairs) : standardPairs(windowSeconds, target),
    findings,
  };
}

function conditionsOf(
  slo: SloSpec,
  context: CompileContext,
  findings: Finding[],
): { spec: AlertConditionSpec; path: string }[] {
  const unknown = (path: string, kind: string, name: string) =>
    findings.push(
      errorAt(
        path,
        'unknown-reference',
        `There is no ${kind} of this name, or it is invalid.`,
        {
          found: name,
          allowed: `the name of an ${kind} document`,
        },
      ),
    );
  return (slo.alertPolicies ?? []).flatMap((entry, i) => {
    const path = `spec.alertPolicies[${i}]`;
    let policy: AlertPolicySpec | undefined = entry.spec;
    if (entry.alertPolicyRef) {
      const document = context.lookup('AlertPolicy', entry.alertPolicyRef);
      if (document?.kind === 'AlertPolicy') policy = document.spec;
      else
        unknown(`${path}.alertPolicyRef`, 'AlertPolicy', entry.alertPolicyRef);
    }
    if (!policy || policy.alertWhenBreaching === false) return [];
    const at = entry.alertPolicyRef ? path : `${path}.spec`;
    return policy.conditions.flatMap((condition, j) => {
      const conditionPath = `${at}.conditions[${j}]`;
      if (condition.spec)
        return [{ spec: condition.spec, path: conditionPath }];
      const name = condition.conditionRef ?? '';
      const document = context.lookup('AlertCondition', name);
      if (document?.kind === 'AlertCondition') {
        return [{ spec: document.spec, path: conditionPath }];
      }
      unknown(`${conditionPath}.conditionRef`, 'AlertCondition', name);
      return [];
    });
  });
}

function pairOf(
  { severity: written, condition }: AlertConditionSpec,
  path: string,
  windowSeconds: number,
  findings: Finding[],
): BurnPairRule | undefined {
  if (condition.op === 'lt' || condition.op === 'lte') {
    findings.push(
      errorAt(
        `${path}.op`,
        'invalid',
        'A burn alert fires above its threshold.',
        {
          found: condition.op,
          allowed: 'gt | gte',
        },
      ),
    );
    return undefined;
  }
  const longSeconds = parseDuration(condition.lookbackWindow)?.seconds ?? 0;
  if (longSeconds < 120 || longSeconds >= windowSeconds) {
    findings.push(
      errorAt(
        `${path}.lookbackWindow`,
        'alert-window-out-of-range',
        'An alert looks back over a part of the window.',
        {
          found: condition.lookbackWindow,
          allowed: `2m to less than ${formatDuration(windowSeconds)}`,
        },
      ),
    );
    return undefined;
  }
  const severity = severities[written.toLowerCase()];
  if (!severity) {
    findings.push(
      warningAt(
        `${path}.severity`,
        'unknown-severity',
        'Not a severity we know; taken for a ticket.',
        { found: written, allowed: Object.keys(severities).join(' | ') },
      ),
    );
  }
  return {
    name: `${severity ?? 'ticket'}-${formatDuration(longSeconds)}`,
    severity: severity ?? 'ticket',
    longSeconds,
    shortSeconds: shortSeconds(longSeconds, condition.alertAfter),
    threshold: condition.threshold,
  };
}

/**
 * The short window makes an alert end soon after its cause. `alertAfter` asks for how long a
 * condition must hold, which is the same thing said otherwise; else it is a twelfth of the long
 * one, as the Google SRE Workbook has it.
 */
function shortSeconds(longSeconds: number, alertAfter?: string): number {
  const after = alertAfter ? parseDuration(alertAfter)?.seconds : undefined;
  if (after && after < longSeconds) return after;
  return Math.max(60, Math.round(longSeconds / 12 / 60) * 60);
}

/** Two conditions may look back equally far. */
function unique(pairs: BurnPairRule[]): BurnPairRule[] {
  const seen = new Map<string, number>();
  return pairs.map(pair => {
    const count = (seen.get(pair.name) ?? 0) + 1;
    seen.set(pair.name, count);
    return count > 1 ? { ...pair, name: `${pair.name}-${count}` } : pair;
  });
}
