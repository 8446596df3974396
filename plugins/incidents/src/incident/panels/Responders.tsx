import { EntityName, Link, uiClasses } from '@ghostlight/reliability-react';
import { Fragment } from 'react';
import { useIncidentLinks, useResponders } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { SaidWords } from '../../words';
import classes from './panels.module.css';

/** Who would know, from past incidents, with the reason. Nothing where nobody is known. */
export function Responders({ id }: { id: string }) {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  const { data } = useResponders(id);
  if (!data || data.items.length === 0) return null;
  return (
    <div>
      <h4 className={classes.subtitle}>{t('incident.responders')}</h4>
      <ul className={uiClasses.list}>
        {data.items.map(each => (
          <li key={each.userRef}>
            <EntityName entityRef={each.userRef} title={each.title} />
            <span className={uiClasses.muted}>
              {' '}
              <SaidWords sentence={each.reason} said={each.said} />
              {each.incidents.map((incident, index) => (
                <Fragment key={incident}>
                  {index === 0 ? ' · ' : ', '}
                  <Link href={links.incident(incident)}>{incident}</Link>
                </Fragment>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
