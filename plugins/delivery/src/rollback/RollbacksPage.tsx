import type {
  Rollback,
  RollbackState,
} from '@ghostlight/plugin-delivery-common';
import {
  Button,
  DataTable,
  EmptyState,
  FurtherFailed,
  pageClasses as classes,
  QueryBoundary,
  Select,
  TypedField,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useNavigate } from 'react-router-dom';
import { isMoving, useDeliveryLinks, useRollbacks } from '../hooks';
import { AsOf } from '../org/AsOf';
import { OneEntity } from '../org/OneEntity';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { ROLLBACK_TONES } from '../words/tones';
import { useRollbackColumns } from './useRollbackColumns';

const STATES = Object.keys(ROLLBACK_TONES) as RollbackState[];

/** All that a link to the list restores. */
const rollbacksUrl = {
  state: urlField.someOf<RollbackState>(STATES),
  entity: urlField.text(),
  environment: urlField.text(),
};
const rowKey = (row: Rollback) => row.id;

/** Every rollback that was asked for, the latest first. */
export function RollbacksPage() {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState(rollbacksUrl);
  const isFiltered =
    url.state.length > 0 || url.entity !== '' || url.environment !== '';
  const pages = useRollbacks({
    state: url.state.length > 0 ? url.state : undefined,
    entityRef: url.entity ? [url.entity] : undefined,
    environment: url.environment.trim() || undefined,
  });
  const columns = useRollbackColumns();
  return (
    <div className={classes.page}>
      {pages.items.length > 0 && <Headline rollbacks={pages.items} />}
      <div className={classes.filters} role="search">
        <Select
          size="small"
          label={t('rollbackState.label')}
          placeholder={t('words.any')}
          selectionMode="multiple"
          options={STATES.map(id => ({ id, label: t(`rollbackState.${id}`) }))}
          value={url.state}
          onChange={chosen => setUrl({ state: chosen as RollbackState[] })}
        />
        <OneEntity
          of="entity"
          value={url.entity}
          onChange={entity => setUrl({ entity })}
        />
        <TypedField
          label={t('words.environment')}
          placeholder={t('words.any')}
          maxLength={60}
          value={url.environment}
          onChange={environment => setUrl({ environment })}
        />
        {isFiltered && (
          <Button
            className={classes.button}
            size="small"
            variant="tertiary"
            onPress={() => setUrl({ state: [], entity: '', environment: '' })}
          >
            {t('words.clear')}
          </Button>
        )}
      </div>
      <QueryBoundary
        query={pages}
        what={t('nav.rollbacks')}
        forbidden={<NotAllowed all />}
        isEmpty={() => pages.items.length === 0}
        empty={
          isFiltered ? (
            <EmptyState sentence={t('rollbacks.noMatch')} />
          ) : (
            <EmptyState
              sentence={t('rollbacks.none')}
              next={t('rollbacks.noneNext')}
            />
          )
        }
      >
        {() => (
          <>
            <DataTable
              label={t('rollbacks.table')}
              columns={columns}
              rows={pages.items}
              rowKey={rowKey}
              onOpenRow={row => navigate(links.rollback(row.id))}
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

/** Does one wait for somebody, and is one under way? */
function Headline({ rollbacks }: { rollbacks: Rollback[] }) {
  const t = useDeliveryText();
  const waiting = rollbacks.filter(
    ({ state }) => state === 'waiting-approval',
  ).length;
  const moving = rollbacks.filter(({ state }) => isMoving(state)).length;
  return (
    <h2 className={classes.sentence}>
      {moving > 0
        ? t('rollbacks.headMoving', { count: moving })
        : t('rollbacks.headCalm')}
      {waiting > 0 && ` ${t('rollbacks.headWaiting', { count: waiting })}`}
    </h2>
  );
}
