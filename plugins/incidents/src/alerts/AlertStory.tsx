import type { AlertDetail } from '@ghostlight/plugin-incidents-common';
import {
  Clock,
  EntityName,
  Link,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentLinks } from '../hooks';
import { useIncidentsText } from '../translation';
import { SaidWords, useActorName } from '../words';
import classes from './alerts.module.css';

/** Where an alert went, what it could also be of, and when it was kept quiet. */
export function AlertStory({ alert }: { alert: AlertDetail }) {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();
  const actor = useActorName();
  const { candidates = [], suppressions, incidentId, transitions = 0 } = alert;
  return (
    <>
      <p className={uiClasses.plain}>
        {incidentId ? (
          <>
            {t('inbox.partOf')}{' '}
            <Link href={links.incident(incidentId)}>{incidentId}</Link>
          </>
        ) : (
          t('inbox.noIncident')
        )}{' '}
        {t('inbox.reported', { count: alert.occurrences })}{' '}
        {transitions > 0 && t('inbox.transitions', { count: transitions })}
      </p>
      {!alert.entityRef && (
        <div>
          <h4 className={classes.subtitle}>{t('inbox.candidates')}</h4>
          {candidates.length === 0 ? (
            <p className={uiClasses.muted}>{t('inbox.noCandidates')}</p>
          ) : (
            <ul className={uiClasses.bullets}>
              {candidates.map(each => (
                <li key={each.entityRef}>
                  <EntityName entityRef={each.entityRef} />{' '}
                  <span className={uiClasses.muted}>
                    {format.percent(each.confidence)} ·{' '}
                    <SaidWords sentence={each.reason} said={each.said} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {suppressions.length > 0 && (
        <div>
          <h4 className={classes.subtitle}>{t('inbox.history')}</h4>
          <ul className={uiClasses.bullets}>
            {suppressions.map(each => (
              <li key={`${each.at} ${each.kind}`}>
                <Clock iso={each.at} withDate />{' '}
                <strong>{t(`suppression.${each.kind}`)}</strong>:{' '}
                <SaidWords sentence={each.reason} said={each.said} />{' '}
                <span className={uiClasses.muted}>
                  {t('inbox.keptQuiet', { count: each.count })}
                  {each.until && (
                    <>
                      {' · '}
                      {t('inbox.until')} <Clock iso={each.until} withDate />
                    </>
                  )}
                  {each.undoneAt && (
                    <>
                      {' · '}
                      {t('inbox.undoneBy', { who: actor(each.undoneBy) })}{' '}
                      <Clock iso={each.undoneAt} withDate />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
