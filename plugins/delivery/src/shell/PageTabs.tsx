import { NavLink } from 'react-router-dom';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import classes from './shell.module.css';

const PLACES = [
  'overview',
  'changes',
  'rollbacks',
  'freezes',
  'dora',
  'sources',
] as const;

/** The family's pages, as links; the current one is marked. */
export function PageTabs() {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  return (
    <nav className={classes.tabs} aria-label={t('nav.label')}>
      {PLACES.map(place => (
        <NavLink
          key={place}
          to={links[place]}
          end={place === 'overview'}
          className={classes.tab}
        >
          {t(`nav.${place}`)}
        </NavLink>
      ))}
    </nav>
  );
}
