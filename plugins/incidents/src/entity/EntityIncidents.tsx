import type { Incident } from '@ghostlight/plugin-incidents-common';
import {
  EmptyState,
  Link,
  MoreButton,
  Panel,
  QueryBoundary,
  secondsOf,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useIncidentLinks, useIncidentPages } from '../hooks';
import { OPEN } from '../list/listUrl';
import { useIncidentsText } from '../translation';
import { LifecycleWord, SeverityWord } from '../words';
import { OpenLine } from './OpenLine';
import classes from './entity.module.css';

const PAGE = 20;

/** The entity's open incidents, the worst first, and then its past ones, the latest first. */
export function EntityIncidents({ entityRef }: { entityRef: string }) {
  const t = useIncidentsText();
  const open = useIncidentPages({
    entityRef: [entityRef],
    status: [...OPEN],
    orderBy: 'severity',
    limit: PAGE,
  });
  const past = useIncidentPages({
    entityRef: [entityRef],
    status: ['resolved'],
    limit: PAGE,
  });
  return (
    <>
      <Panel title={t('entity.openTitle')}>
        <QueryBoundary
          query={open}
          what={t('entity.openTitle')}
          isEmpty={() => open.items.length === 0}
          empty={<EmptyState sentence={t('entity.none')} />}
        >
          {() => (
            <ul className={classes.list}>
              {open.items.map(each => (
                <OpenLine key={each.id} incident={each} />
              ))}
            </ul>
          )}
        </QueryBoundary>
        <MoreButton pages={open} />
      </Panel>
      <Panel title={t('entity.pastTitle')}>
        <QueryBoundary
          query={past}
          what={t('entity.pastTitle')}
          isEmpty={() => past.items.length === 0}
          empty={<EmptyState sentence={t('entity.noPast')} />}
        >
          {() => <PastTable incidents={past.items} />}
        </QueryBoundary>
        <MoreButton pages={past} />
      </Panel>
    </>
  );
}

function PastTable({ incidents }: { incidents: Incident[] }) {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();
  const lasted = (each: Incident) => {
    const start = secondsOf(each.startedAt);
    const end = secondsOf(each.resolvedAt);
    return start === undefined || end === undefined
      ? '–'
      : format.duration(end - start, { whole: true });
  };
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('list.incident')}</th>
            <th scope="col">{t('severity.label')}</th>
            <th scope="col">{t('status.label')}</th>
            <th scope="col">{t('list.started')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('list.duration')}
            </th>
          </tr>
        </thead>
        <tbody>
          {incidents.map(each => (
            <tr key={each.id}>
              <td className={classes.wrap}>
                <Link href={links.incident(each.id)}>{each.id}</Link>{' '}
                {each.title}
              </td>
              <td>
                <SeverityWord severity={each.severity} />
              </td>
              <td>
                <LifecycleWord status={each.status} />
              </td>
              <td>
                <When iso={each.startedAt} />
              </td>
              <td className={uiClasses.end}>{lasted(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
