import type { Execution } from '@ghostlight/plugin-runbooks-common';
import {
  DataTable,
  EmptyState,
  FurtherFailed,
  Link,
  pageClasses as classes,
  QueryBoundary,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useNavigate } from 'react-router-dom';
import { isOpen, useExecutions, useRunbooksLinks } from '../hooks';
import { AsOf } from '../states/AsOf';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { RunFilters } from './RunFilters';
import { executionFilterOf, runsUrl } from './runsUrl';
import { useRunColumns } from './useRunColumns';

const rowKey = (row: Execution) => row.id;

/** Every run, the latest first. */
export function RunsPage() {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState(runsUrl);
  const filter = executionFilterOf(url);
  const pages = useExecutions(filter);
  const columns = useRunColumns();
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <div className={classes.page}>
      {pages.items.length > 0 && <Headline runs={pages.items} />}
      <RunFilters url={url} setUrl={setUrl} />
      <QueryBoundary
        query={pages}
        what={t('nav.runs')}
        forbidden={<NotAllowed all />}
        isEmpty={() => pages.items.length === 0}
        empty={
          isFiltered ? (
            <EmptyState sentence={t('runs.noMatch')} />
          ) : (
            <EmptyState
              sentence={t('runs.none')}
              next={<Link href={links.runbooks}>{t('runs.noneNext')}</Link>}
            />
          )
        }
      >
        {() => (
          <>
            <DataTable
              label={t('nav.runs')}
              columns={columns}
              rows={pages.items}
              rowKey={rowKey}
              onOpenRow={row => navigate(links.run(row.id))}
              hasMore={pages.hasMore && !pages.moreError}
              isLoadingMore={pages.isLoadingMore}
              onEndReached={pages.loadMore}
              toolbar={<AsOf loadedAt={pages.loadedAt} />}
            />
            <FurtherFailed pages={pages} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

/** Is one under way, and does one wait for somebody? */
function Headline({ runs }: { runs: Execution[] }) {
  const t = useRunbooksText();
  const open = runs.filter(({ state }) => isOpen(state)).length;
  const waiting = runs.filter(
    ({ state }) => state === 'waiting-approval' || state === 'waiting',
  ).length;
  return (
    <h2 className={classes.sentence}>
      {open > 0 ? t('runs.headOpen', { count: open }) : t('runs.headCalm')}
      {waiting > 0 && ` ${t('runs.headWaiting', { count: waiting })}`}
    </h2>
  );
}
