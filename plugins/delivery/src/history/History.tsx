import type { Outcome } from '@ghostlight/plugin-delivery-common';
import {
  Button,
  EmptyState,
  MoreButton,
  Panel,
  QueryBoundary,
  Select,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { OUTCOMES, type SetTabUrl, type TabUrl } from '../entity/tabUrl';
import { useDeployments } from '../hooks';
import { useDeliveryText } from '../translation';
import { HistoryRow } from './HistoryRow';
import classes from './history.module.css';

const COLUMNS = [
  'history.version',
  'kind.label',
  'history.author',
  'words.when',
  'history.took',
  'history.activeFor',
  'outcome.label',
  'history.spent',
  'history.watch',
  'history.incidents',
] as const;

/** What went out in an environment, the latest first, and what became of it. */
export function History(props: {
  entityRef: string;
  environment: string;
  url: TabUrl;
  setUrl: SetTabUrl;
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const { entityRef, environment, url, setUrl } = props;
  const pages = useDeployments({
    entityRef,
    environment,
    outcome: url.outcome.length > 0 ? url.outcome : undefined,
  });
  const isFiltered = url.outcome.length > 0;
  return (
    <Panel
      title={t('history.title')}
      aside={
        pages.data && (
          <span className={uiClasses.muted}>
            {t('history.total', {
              count: pages.data.total,
              number: format.count(pages.data.total),
            })}
          </span>
        )
      }
    >
      <div
        className={uiClasses.row}
        role="search"
        aria-label={t('history.title')}
      >
        <Select
          size="small"
          label={t('outcome.label')}
          placeholder={t('words.any')}
          selectionMode="multiple"
          options={OUTCOMES.map(id => ({ id, label: t(`outcome.${id}`) }))}
          value={url.outcome}
          onChange={chosen => setUrl({ outcome: chosen as Outcome[] })}
        />
        {isFiltered && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setUrl({ outcome: [] })}
          >
            {t('words.clear')}
          </Button>
        )}
      </div>
      <QueryBoundary
        query={pages}
        what={t('history.title')}
        isEmpty={() => pages.items.length === 0}
        empty={
          <EmptyState
            sentence={t(isFiltered ? 'history.noneLeft' : 'history.none')}
          />
        }
      >
        {() => (
          <div className={uiClasses.scroll}>
            <table className={`${uiClasses.table} ${classes.table}`}>
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
                  <HistoryRow
                    key={each.id}
                    deployment={each}
                    columns={COLUMNS.length}
                    isOpen={each.id === url.deployment}
                    onToggle={() =>
                      setUrl({
                        deployment: each.id === url.deployment ? '' : each.id,
                      })
                    }
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryBoundary>
      <MoreButton pages={pages} />
    </Panel>
  );
}
