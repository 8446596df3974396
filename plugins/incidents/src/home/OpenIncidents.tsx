import { Link, QueryBoundary } from '@ghostlight/reliability-react';
import { OpenLine } from '../entity/OpenLine';
import { useIncidentLinks, useSummary } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import classes from '../entity/entity.module.css';

/** The worst open incidents of all that the reader may see; what the home page's widget holds. */
export function OpenIncidents() {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  const summary = useSummary();
  return (
    <QueryBoundary
      query={summary}
      what={t('state.incidents')}
      forbidden={<NotAllowed />}
    >
      {({ open, incidents }) => (
        <>
          <p className={classes.plain}>
            {open === 0 ? t('home.none') : t('home.open', { count: open })}
          </p>
          <ul className={classes.list}>
            {incidents.map(each => (
              <OpenLine key={each.id} incident={each} />
            ))}
          </ul>
          <Link href={links.list}>{t('home.all')}</Link>
        </>
      )}
    </QueryBoundary>
  );
}
