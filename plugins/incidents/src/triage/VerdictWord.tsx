import type { TriageVerdict } from '@ghostlight/plugin-incidents-common';
import { useIncidentsText } from '../translation';
import classes from './triage.module.css';

/** What came out, in a word or two. */
export function VerdictWord({ verdict }: { verdict: TriageVerdict }) {
  const t = useIncidentsText();
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      {t(`verdict.${verdict}`)}
    </span>
  );
}
