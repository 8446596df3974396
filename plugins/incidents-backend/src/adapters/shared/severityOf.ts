import type { AlertSeverity } from '@ghostlight/plugin-incidents-node';

const words: Record<AlertSeverity, string> = {
  critical:
    'critical crit fatal emergency emerg alert disaster page blocker severe sev0 sev1 sev-0 sev-1 p0 p1',
  error: 'error err high major danger urgent sev2 sev-2 p2',
  warning:
    'warning warn minor medium moderate average ticket unknown sev3 sev-3 p3',
  info: 'info information informational notice low none normal ok debug trivial not_classified sev4 sev-4 sev5 sev-5 p4 p5',
};

const known = new Map<string, AlertSeverity>(
  (Object.keys(words) as AlertSeverity[]).flatMap(severity =>
    words[severity].split(' ').map(word => [word, severity] as const),
  ),
);

/** How bad it is, from the word that senders use for it; `fallback` when the word says nothing. */
export function severityOf(
  word: unknown,
  fallback: AlertSeverity = 'warning',
): AlertSeverity {
  if (typeof word !== 'string' || word.length > 40) return fallback;
  return known.get(word.trim().toLowerCase()) ?? fallback;
}
