import type { TriageAnalysis } from '@ghostlight/plugin-incidents-common';
import { Link, uiClasses } from '@ghostlight/reliability-react';
import { useRunbookLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';
import classes from '../triage.module.css';

/** Runbooks of the catalog that fit; code has looked them up. */
export function RunbooksNamed(props: { runbooks: TriageAnalysis['runbooks'] }) {
  const t = useIncidentsText();
  const links = useRunbookLinks();
  if (props.runbooks.length === 0) return null;
  return (
    <div>
      <h4 className={classes.subtitle}>{t('analysis.runbooks')}</h4>
      <ul className={uiClasses.bullets}>
        {props.runbooks.map(({ ref, title }) => {
          const href = links.runbook(ref);
          return (
            <li key={ref}>{href ? <Link href={href}>{title}</Link> : title}</li>
          );
        })}
      </ul>
    </div>
  );
}
