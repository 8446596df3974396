import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import { Link, listOf, useLanguage } from '@ghostlight/reliability-react';
import { useIncidentLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { SeverityWord } from '../../words';
import type { IncidentActs } from '../useIncidentActs';
import { Facts } from './Facts';
import { HeaderActs } from './HeaderActs';
import { Lifecycle } from './Lifecycle';
import { Origin } from './Origin';
import classes from '../incident.module.css';

/** What a reader must grasp first: what, how bad, since when, from where, whose, at what cost. */
export function IncidentHeader(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
}) {
  const t = useIncidentsText();
  const language = useLanguage();
  const links = useIncidentLinks();
  const { incident, acts } = props;
  return (
    <header className={classes.header}>
      <div className={classes.headLine}>
        <h2 id="incident-title" className={classes.title}>
          <span className={classes.id}>{incident.id}</span>{' '}
          <SeverityWord severity={incident.severity} size={15} />{' '}
          <span>{incident.title}</span>
        </h2>
        <HeaderActs incident={incident} acts={acts} />
      </div>
      <Lifecycle incident={incident} acts={acts} />
      <Origin incident={incident} />
      <Facts incident={incident} acts={acts} />
      {(incident.merged.length > 0 || incident.splitFrom) && (
        <p className={classes.muted}>
          {incident.merged.length > 0 &&
            t('incident.contains', {
              ids: listOf(incident.merged, language),
            })}{' '}
          {incident.splitFrom && (
            <>
              {t('incident.splitFrom')}{' '}
              <Link href={links.incident(incident.splitFrom)}>
                {incident.splitFrom}
              </Link>
            </>
          )}
        </p>
      )}
      {incident.imported && (
        <p className={classes.muted}>{t('incident.imported')}</p>
      )}
    </header>
  );
}
