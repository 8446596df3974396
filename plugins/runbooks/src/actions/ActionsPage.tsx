import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import {
  EmptyState,
  pageClasses as classes,
  QueryBoundary,
  SearchBox,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useActions } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { useSay } from '../words';
import { ActionPanel } from './ActionPanel';

const actionsUrl = { q: urlField.text() };

/** What a step may do: every action that is installed. */
export function ActionsPage() {
  const t = useRunbooksText();
  const say = useSay();
  const [url, setUrl] = useUrlState(actionsUrl);
  const actions = useActions();
  const wanted = url.q.trim().toLocaleLowerCase();
  const fits = (action: ActionInfo) =>
    `${action.id} ${say(action.title)} ${say(action.description)}`
      .toLocaleLowerCase()
      .includes(wanted);
  return (
    <div className={classes.page}>
      <QueryBoundary
        query={actions}
        what={t('nav.actions')}
        forbidden={<NotAllowed all />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            sentence={t('actions.none')}
            next={t('actions.noneNext')}
          />
        }
      >
        {({ items }) => (
          <>
            <h2 className={classes.sentence}>
              {t('actions.total', { count: items.length })}{' '}
              {items.some(each => !each.enabled) &&
                t('actions.off', {
                  count: items.filter(each => !each.enabled).length,
                })}
            </h2>
            <div className={classes.filters} role="search">
              <SearchBox
                className={classes.push}
                label={t('words.search')}
                value={url.q}
                placeholder={t('actions.searchHint')}
                onChange={q => setUrl({ q })}
              />
            </div>
            {items.filter(fits).map(each => (
              <ActionPanel key={each.id} action={each} />
            ))}
            {!items.some(fits) && (
              <EmptyState sentence={t('actions.noMatch')} />
            )}
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
