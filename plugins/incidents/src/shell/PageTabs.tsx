import { NavLink } from 'react-router-dom';
import { useIncidentLinks } from '../hooks';
import { useIncidentsText } from '../translation';
import classes from './shell.module.css';

/** The family's pages, as links; the current one is marked. */
export function PageTabs() {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  const tabs = [
    { to: links.list, label: t('nav.incidents'), end: true },
    { to: links.alerts, label: t('nav.alerts') },
    { to: links.oncall, label: t('nav.oncall') },
    { to: links.learning, label: t('nav.learning') },
    { to: links.recurring, label: t('nav.recurring') },
    { to: links.triage, label: t('nav.triage') },
  ];
  return (
    <nav className={classes.tabs} aria-label={t('nav.label')}>
      {tabs.map(tab => (
        <NavLink key={tab.to} to={tab.to} end={tab.end} className={classes.tab}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
