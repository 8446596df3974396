import type { Incident } from '@ghostlight/plugin-incidents-common';
import { Link, secondsOf, useElapsed } from '@ghostlight/reliability-react';
import { useIncidentLinks } from '../hooks';
import { LifecycleWord, SeverityWord } from '../words';
import classes from './entity.module.css';

/** An open incident in two lines: which, how bad, how long; and what. */
export function OpenLine({ incident }: { incident: Incident }) {
  const links = useIncidentLinks();
  const elapsed = useElapsed(secondsOf(incident.startedAt));
  return (
    <li>
      <span className={classes.row}>
        <Link href={links.incident(incident.id)}>{incident.id}</Link>
        <SeverityWord severity={incident.severity} />
        <LifecycleWord status={incident.status} />
        <span className={classes.number}>{elapsed}</span>
      </span>
      <span className={classes.what}>{incident.title}</span>
    </li>
  );
}
