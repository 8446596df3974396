import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { SummaryItem } from '@ghostlight/plugin-slo-common';
import {
  DataTable,
  EmptyState,
  Link,
  QueryBoundary,
  StatusCounts,
  StatusWord,
  useFormats,
  type DataColumn,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { nameOf } from '../answer';
import { useSummary } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { badness } from '../tab/worstFirst';
import { useSloText } from '../translation';
import classes from './page.module.css';

const titles = {
  owner: 'page.owner',
  system: 'page.system',
  domain: 'page.domain',
} as const;

function worstGroupsFirst(items: SummaryItem[]): SummaryItem[] {
  return [...items].sort(
    (a, b) =>
      badness(a.status) - badness(b.status) ||
      (a.leftRatio ?? Infinity) - (b.leftRatio ?? Infinity),
  );
}

const rowKey = (row: SummaryItem) => row.ref;

/** Teams, systems or domains, each as one line; opening it lists its objectives. */
export function GroupTable(props: {
  by: 'owner' | 'system' | 'domain';
  onOpen(ref: string): void;
}) {
  const t = useSloText();
  const format = useFormats();
  const entityLink = useEntityRefLink();
  const { by, onOpen } = props;
  const summary = useSummary(by);

  const columns = useMemo<DataColumn<SummaryItem>[]>(
    () => [
      {
        id: 'group',
        title: t(titles[by]),
        required: true,
        width: 'minmax(140px, 1.2fr)',
        cell: row =>
          row.ref ? (
            <Link href={entityLink(row.ref)} className={classes.truncate}>
              {nameOf(row.ref)}
            </Link>
          ) : (
            '–'
          ),
      },
      {
        id: 'state',
        title: t('page.state'),
        width: '130px',
        cell: row => <StatusWord status={row.status} />,
      },
      {
        id: 'services',
        title: t('page.services'),
        width: '100px',
        align: 'end',
        cell: row => format.count(row.services),
      },
      {
        id: 'budget',
        title: t('page.budgetLeft'),
        width: '140px',
        align: 'end',
        cell: row => format.percent(row.leftRatio),
      },
      {
        id: 'counts',
        title: t('page.counts'),
        width: 'minmax(280px, 2fr)',
        cell: row => <StatusCounts counts={row.counts} hideZero />,
      },
      {
        id: 'worst',
        title: t('page.worst'),
        width: 'minmax(150px, 1fr)',
        cell: row =>
          row.worst ? (
            <span className={classes.truncate} title={nameOf(row.worst)}>
              {nameOf(row.worst)}
            </span>
          ) : (
            '–'
          ),
      },
    ],
    [t, format, entityLink, by],
  );

  return (
    <QueryBoundary
      query={summary}
      what={t('tab.what')}
      forbidden={<NotAllowed />}
      isEmpty={data => data.items.length === 0}
      empty={<EmptyState sentence={t('page.none')} />}
    >
      {data => (
        <DataTable
          label={t('page.groupTableLabel')}
          columns={columns}
          rows={worstGroupsFirst(data.items)}
          rowKey={rowKey}
          onOpenRow={row => onOpen(row.ref)}
        />
      )}
    </QueryBoundary>
  );
}
