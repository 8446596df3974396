import type { Runbook } from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  DataTable,
  EmptyState,
  FurtherFailed,
  pageClasses as classes,
  QueryBoundary,
  SearchBox,
  Switch,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useNavigate } from 'react-router-dom';
import { useRunbooks, useRunbooksLinks } from '../hooks';
import { AsOf } from '../states/AsOf';
import { NoRunbooks } from '../states/NoRunbooks';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { OneEntity } from './OneEntity';
import { useRunbookColumns } from './useRunbookColumns';

/** All that a link to the list restores. */
const runbooksUrl = {
  q: urlField.text(),
  entity: urlField.text(),
  owner: urlField.text(),
  stale: urlField.flag(),
};
const rowKey = (row: Runbook) => row.ref;

/** Every runbook, by title. */
export function AllRunbooks() {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState(runbooksUrl);
  const isFiltered =
    url.q !== '' || url.entity !== '' || url.owner !== '' || url.stale;
  const pages = useRunbooks({
    q: url.q.trim() || undefined,
    entityRef: url.entity || undefined,
    owner: url.owner || undefined,
    stale: url.stale || undefined,
  });
  const columns = useRunbookColumns();
  return (
    <div className={classes.page}>
      {pages.data && pages.items.length > 0 && (
        <h2 className={classes.sentence}>
          <Headline runbooks={pages.items} total={pages.data.total} />
        </h2>
      )}
      <div className={classes.filters} role="search">
        <OneEntity
          of="entity"
          value={url.entity}
          onChange={entity => setUrl({ entity })}
        />
        <OneEntity
          of="owner"
          value={url.owner}
          onChange={owner => setUrl({ owner })}
        />
        <Switch
          label={t('org.staleOnly')}
          isSelected={url.stale}
          onChange={stale => setUrl({ stale })}
        />
        <SearchBox
          className={classes.push}
          label={t('words.search')}
          value={url.q}
          placeholder={t('org.searchHint')}
          onChange={q => setUrl({ q })}
        />
        {isFiltered && (
          <Button
            className={classes.button}
            size="small"
            variant="tertiary"
            onPress={() =>
              setUrl({ q: '', entity: '', owner: '', stale: false })
            }
          >
            {t('words.clear')}
          </Button>
        )}
      </div>
      <QueryBoundary
        query={pages}
        what={t('nav.runbooks')}
        forbidden={<NotAllowed all />}
        isEmpty={() => pages.items.length === 0}
        empty={
          isFiltered ? (
            <EmptyState sentence={t('org.noMatch')} />
          ) : (
            <NoRunbooks entityRef="component:default/payments" />
          )
        }
      >
        {() => (
          <>
            <DataTable
              label={t('nav.runbooks')}
              columns={columns}
              rows={pages.items}
              rowKey={rowKey}
              onOpenRow={row => navigate(links.runbook(row.ref))}
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

/** How many there are, and whether they can be relied on. */
function Headline(props: { runbooks: Runbook[]; total: number }) {
  const t = useRunbooksText();
  const { runbooks, total } = props;
  const stale = runbooks.filter(each => each.stale).length;
  const broken = runbooks.filter(each => !each.runnable).length;
  return (
    <>
      {t('org.total', { count: total })}
      {stale > 0 && ` ${t('org.stale', { count: stale })}`}
      {broken > 0 && ` ${t('org.broken', { count: broken })}`}
    </>
  );
}
