import type { IncidentRules } from '@ghostlight/plugin-incidents-common';
import type { AlertRow } from '../AlertRow';
import { turnsOf } from '../episodes/applyReport';
import type { Verdict } from './Verdict';

/** Whether it changes too often to be taken at its word; it is again after it was quiet for long enough. */
export function flappingOf(
  row: AlertRow,
  rules: IncidentRules['suppress']['flapping'],
  now: number,
): Verdict | undefined {
  if (!rules || row.transitions < rules.transitions) return undefined;
  const turns = turnsOf(row);
  const last = turns.at(-1) ?? 0;
  const until = last + rules.quietMs;
  if (until <= now) return undefined;
  const recent = turns.filter(at => at > last - rules.withinMs).length;
  const held = row.suppressed_kind === 'flapping';
  if (recent < rules.transitions && !held) return undefined;
  const minutes = Math.round(rules.withinMs / 60_000);
  return {
    kind: 'flapping',
    cause: 'flapping',
    reason: `Went to and fro ${recent} times within ${minutes} min`,
    said: {
      code: 'suppression.flapping',
      params: { times: String(recent), minutes: String(minutes) },
    },
    until,
  };
}
