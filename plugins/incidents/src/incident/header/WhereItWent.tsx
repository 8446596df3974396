import { Link } from '@ghostlight/reliability-react';
import { useIncidentLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';
import classes from '../incident.module.css';

/** That this incident is part of another one now, and which. */
export function WhereItWent(props: { id: string; into: string }) {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  return (
    <p role="status" className={classes.banner}>
      {t('incident.mergedInto', { id: props.id })}{' '}
      <Link href={links.incident(props.into)}>{props.into}</Link>
    </p>
  );
}
