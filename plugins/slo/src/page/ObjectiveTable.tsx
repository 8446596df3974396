import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ObjectivePage,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import {
  DataTable,
  EmptyState,
  QueryBoundary,
  StatusCounts,
  useLivePages,
  type SetUrlValues,
} from '@ghostlight/reliability-react';
import { useNavigate } from 'react-router-dom';
import { sloApiRef } from '../api';
import { dataOf, SLO_CHANNEL } from '../hooks';
import { exampleDocument } from '../states/exampleDocument';
import { NotAllowed } from '../states/NotAllowed';
import { useSloText } from '../translation';
import {
  filterOf,
  isFiltered,
  type ReliabilityUrl,
  type reliabilityUrl,
} from './reliabilityUrl';
import { useColumns, useObjectiveLink } from './useColumns';

const PAGE = 100;

/** The API's order of each column that sorts. */
const orders = {
  service: 'entity',
  objective: 'title',
  budget: 'budget',
  burn: 'burn',
  owner: 'owner',
} as const;

const rowKey = (row: ObjectiveStatus) => row.ref;

/** All objectives, one request a page, least budget first unless asked otherwise. */
export function ObjectiveTable(props: {
  url: ReliabilityUrl;
  setUrl: SetUrlValues<typeof reliabilityUrl>;
}) {
  const t = useSloText();
  const client = useApi(sloApiRef);
  const navigate = useNavigate();
  const objectiveLink = useObjectiveLink();
  const columns = useColumns();
  const { url, setUrl } = props;
  const filter = filterOf(url);

  const pages = useLivePages<ObjectiveStatus, ObjectivePage>({
    key: `page ${JSON.stringify(filter)}`,
    load: (cursor, signal) =>
      dataOf(
        client.request('get', '/v1/objectives', {
          params: { query: { ...filter, limit: PAGE, cursor } },
          signal,
        }),
      ),
    rowKey,
    channel: SLO_CHANNEL,
  });

  const column =
    Object.entries(orders).find(([, order]) => order === url.sort)?.[0] ??
    'budget';

  return (
    <QueryBoundary
      query={pages}
      what={t('tab.what')}
      forbidden={<NotAllowed />}
      isEmpty={page => page.totalItems === 0 && !isFiltered(url)}
      empty={
        <EmptyState
          sentence={t('page.none')}
          next={t('page.noneHint')}
          example={{ title: t('state.emptyExample'), code: exampleDocument() }}
        />
      }
    >
      {page => (
        <DataTable
          label={t('page.tableLabel')}
          columns={columns}
          rows={pages.items}
          rowKey={rowKey}
          totalRows={page.totalItems}
          sort={{ column, direction: url.order }}
          onSortChange={({ column: by, direction }) =>
            setUrl({
              sort: by in orders ? orders[by as keyof typeof orders] : 'budget',
              order: direction,
            })
          }
          visibleColumns={url.columns}
          onVisibleColumnsChange={ids =>
            setUrl({ columns: ids as ReliabilityUrl['columns'] })
          }
          onOpenRow={row => navigate(objectiveLink(row))}
          hasMore={pages.hasMore}
          isLoadingMore={pages.isLoadingMore}
          onEndReached={pages.loadMore}
          rowHeight={40}
          empty={<EmptyState sentence={t('page.noMatch')} />}
          toolbar={
            <StatusCounts
              counts={page.counts}
              selected={url.status}
              onToggle={status =>
                setUrl({
                  status: url.status.includes(status)
                    ? url.status.filter(each => each !== status)
                    : [...url.status, status],
                })
              }
            />
          }
        />
      )}
    </QueryBoundary>
  );
}
