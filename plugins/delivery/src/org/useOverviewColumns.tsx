import {
  EntityName,
  Link,
  nameOf,
  uiClasses,
  useFormats,
  When,
  type DataColumn,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useDeliveryLinks, type OverviewRow } from '../hooks';
import { useDeliveryText } from '../translation';
import { AuthorOf, versionOf } from '../words';
import { LaneState } from './LaneState';

/** The columns of the organisation's table. */
export function useOverviewColumns(): DataColumn<OverviewRow>[] {
  const t = useDeliveryText();
  const format = useFormats();
  const links = useDeliveryLinks();
  return useMemo(
    () => [
      {
        id: 'service',
        title: t('overview.service'),
        width: 'minmax(140px, 1.4fr)',
        required: true,
        cell: row => (
          <Link
            href={links.entityTab(row.entityRef, row.environment)}
            className={uiClasses.truncate}
            title={row.entityRef}
          >
            {row.title ?? nameOf(row.entityRef)}
          </Link>
        ),
      },
      {
        id: 'environment',
        title: t('words.environment'),
        width: '112px',
        cell: row => <Cut text={row.environment} />,
      },
      {
        id: 'version',
        title: t('words.version'),
        width: 'minmax(96px, 1fr)',
        cell: ({ current }) =>
          current ? (
            <Link
              href={links.change(current.id)}
              className={uiClasses.truncate}
              title={versionOf(current)}
            >
              {versionOf(current)}
            </Link>
          ) : (
            '–'
          ),
      },
      {
        id: 'age',
        title: t('overview.age'),
        width: '96px',
        cell: ({ current }) =>
          current ? (
            <When iso={current.activeFrom ?? current.startedAt} />
          ) : (
            '–'
          ),
      },
      {
        id: 'by',
        title: t('overview.by'),
        width: 'minmax(104px, 1fr)',
        cell: ({ current, running }) => {
          const change = current ?? running;
          return change ? (
            <span className={uiClasses.truncate}>
              <AuthorOf change={change} />
            </span>
          ) : (
            '–'
          );
        },
      },
      {
        id: 'state',
        title: t('overview.state'),
        width: 'minmax(176px, 2fr)',
        cell: row => <LaneState row={row} />,
      },
      {
        id: 'deployments',
        title: t('overview.deployments'),
        width: '116px',
        align: 'end',
        cell: row => format.count(row.deployments30d),
      },
      {
        id: 'failures',
        title: t('overview.failures'),
        width: '100px',
        align: 'end',
        cell: row => format.count(row.failures30d),
      },
      {
        id: 'owner',
        title: t('words.owner'),
        width: 'minmax(104px, 1fr)',
        cell: row =>
          row.owner ? (
            <EntityName entityRef={row.owner} className={uiClasses.truncate} />
          ) : (
            '–'
          ),
      },
      {
        id: 'lastChange',
        title: t('overview.lastChange'),
        width: '108px',
        cell: ({ current, running }) => {
          const change = running ?? current;
          return change ? <When iso={change.startedAt} /> : '–';
        },
      },
    ],
    [t, format, links],
  );
}

function Cut({ text }: { text: string }) {
  return (
    <span className={uiClasses.truncate} title={text}>
      {text}
    </span>
  );
}
