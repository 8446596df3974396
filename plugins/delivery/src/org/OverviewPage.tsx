import {
  DataTable,
  EmptyState,
  FurtherFailed,
  Link,
  pageClasses as classes,
  QueryBoundary,
  useBackend,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDeliveryLinks, useOverview, type OverviewRow } from '../hooks';
import { exampleStep } from '../states/exampleStep';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { AsOf } from './AsOf';
import { Headline } from './Headline';
import { OverviewFilters } from './OverviewFilters';
import { overviewFilterOf, overviewUrl, type OverviewUrl } from './overviewUrl';
import { useOverviewColumns } from './useOverviewColumns';

const rowKey = (row: OverviewRow) => `${row.entityRef} ${row.environment}`;
const EXAMPLE = 'component:default/your-service';

/** What runs in the whole organisation, the worst first. */
export function OverviewPage() {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const backend = useBackend('delivery');
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState(overviewUrl);
  const filter = useMemo(() => overviewFilterOf(url), [url]);
  const pages = useOverview(filter);
  const columns = useOverviewColumns();
  const isFiltered = Object.values(filter).some(Boolean);
  const isNothing = pages.data?.total === 0 && !isFiltered;
  return (
    <div className={classes.page}>
      {pages.data && !isNothing && <Headline overview={pages.data} />}
      {!isNothing && <OverviewFilters url={url} setUrl={setUrl} />}
      <QueryBoundary
        query={pages}
        what={t('overview.what')}
        forbidden={<NotAllowed all />}
        isEmpty={() => isNothing}
        empty={
          <EmptyState
            sentence={t('overview.none')}
            next={t('overview.noneNext')}
            example={{
              title: t('overview.step'),
              code: exampleStep(EXAMPLE, backend),
            }}
            actions={
              <Link href={links.sources}>{t('overview.toSources')}</Link>
            }
          />
        }
      >
        {page => (
          <>
            <DataTable
              label={t('overview.table')}
              columns={columns}
              rows={pages.items}
              rowKey={rowKey}
              totalRows={page.total}
              visibleColumns={url.columns}
              onVisibleColumnsChange={ids =>
                setUrl({ columns: ids as OverviewUrl['columns'] })
              }
              onOpenRow={row =>
                navigate(links.entityTab(row.entityRef, row.environment))
              }
              hasMore={pages.hasMore && !pages.moreError}
              isLoadingMore={pages.isLoadingMore}
              onEndReached={pages.loadMore}
              rowHeight={48}
              toolbar={<AsOf loadedAt={pages.loadedAt} />}
              empty={<EmptyState sentence={t('overview.noMatch')} />}
            />
            <FurtherFailed pages={pages} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
