import type { Sentence } from '@ghostlight/plugin-incidents-common';
import type { Findings } from '../findings';
import { said } from '../said';

/** What there was none of, so that nobody takes its silence for an answer. */
export function missingOf({ facts, compared, tooShort }: Findings): Sentence[] {
  const missing: Sentence[] = [];
  const lack = (is: boolean, code: string, text: string) => {
    if (is) missing.push(said(`missing.${code}`, text));
  };
  lack(!facts.alerts.length, 'alerts', 'There are no alerts.');
  lack(!facts.series.length, 'metrics', 'There are no metrics.');
  lack(
    !facts.below.size,
    'dependencies',
    'There are no dependencies, so nothing is followed from symptom to cause.',
  );
  lack(!facts.changes.length, 'changes', 'There are no changes.');
  lack(!facts.logs.length, 'logs', 'There are no logs.');
  if (tooShort > 0 && facts.series.length)
    missing.push(
      said(
        'missing.past',
        `${tooShort} of ${
          compared + tooShort
        } series have too little from before the incident.`,
        { count: tooShort, of: compared + tooShort },
      ),
    );
  return missing;
}
