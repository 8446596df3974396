import { NavLink, useLocation } from 'react-router-dom';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { PLACES } from './places';
import classes from './shell.module.css';

/** The family's pages, as links; the current one is marked. */
export function PageTabs() {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { pathname } = useLocation();
  const isElsewhere = PLACES.some(
    place => place !== 'runbooks' && pathname.startsWith(links[place]),
  );
  return (
    <nav className={classes.tabs} aria-label={t('nav.label')}>
      {PLACES.map(place => (
        <NavLink
          key={place}
          to={links[place]}
          end={place === 'runbooks' && isElsewhere}
          className={classes.tab}
        >
          {t(`nav.${place}`)}
        </NavLink>
      ))}
    </nav>
  );
}
