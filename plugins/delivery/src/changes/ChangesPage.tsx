import {
  EmptyState,
  FurtherFailed,
  Link,
  MoreButton,
  pageClasses as classes,
  QueryBoundary,
  uiClasses,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useChanges, useDeliveryLinks } from '../hooks';
import { AsOf } from '../org/AsOf';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { ChangeFilters } from './ChangeFilters';
import { ChangeRow } from './ChangeRow';
import { ChangesHeadline } from './ChangesHeadline';
import { changeFilterOf, changesUrl } from './changesUrl';

const COLUMNS = [
  'changes.change',
  'kind.label',
  'words.entity',
  'words.environment',
  'changes.by',
  'words.when',
  'changes.took',
  'outcome.label',
] as const;

/** Everything that went out or was switched, the latest first. */
export function ChangesPage() {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const [url, setUrl] = useUrlState(changesUrl);
  const filter = useMemo(() => changeFilterOf(url), [url]);
  const pages = useChanges(filter);
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <div className={classes.page}>
      <ChangesHeadline changes={pages.items} hasMore={pages.hasMore} />
      <ChangeFilters url={url} setUrl={setUrl} />
      <QueryBoundary
        query={pages}
        what={t('nav.changes')}
        forbidden={<NotAllowed all />}
        isEmpty={() => pages.items.length === 0}
        empty={
          isFiltered ? (
            <EmptyState sentence={t('changes.noMatch')} />
          ) : (
            <EmptyState
              sentence={t('changes.none')}
              next={
                <>
                  {t('changes.noneNext')}{' '}
                  <Link href={links.sources}>{t('nav.sources')}</Link>.
                </>
              }
            />
          )
        }
      >
        {() => (
          <>
            <AsOf loadedAt={pages.loadedAt} />
            <div className={uiClasses.scroll}>
              <table
                className={uiClasses.table}
                aria-label={t('changes.table')}
              >
                <thead>
                  <tr>
                    {COLUMNS.map(key => (
                      <th key={key} scope="col">
                        {t(key)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {pages.items.map(each => (
                    <ChangeRow
                      key={each.id}
                      change={each}
                      columns={COLUMNS.length}
                      isOpen={each.id === url.change}
                      onToggle={() =>
                        setUrl({
                          change: each.id === url.change ? '' : each.id,
                        })
                      }
                    />
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </QueryBoundary>
      {pages.moreError ? (
        <FurtherFailed pages={pages} />
      ) : (
        <MoreButton pages={pages} />
      )}
    </div>
  );
}
