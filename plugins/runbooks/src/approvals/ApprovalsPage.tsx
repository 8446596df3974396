import type { ApprovalItem } from '@ghostlight/plugin-runbooks-common';
import {
  EmptyState,
  FurtherFailed,
  MoreButton,
  Panel,
  QueryBoundary,
  Switch,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { OneEntity } from '../org/OneEntity';
import { AsOf } from '../states/AsOf';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { ApprovalCard } from './ApprovalCard';
import { useApprovals } from './useApprovals';
import classes from './approvals.module.css';

/** All that a link to the inbox restores. */
const approvalsUrl = { entity: urlField.text(), mine: urlField.flag() };

/** What waits for a decision: what the reader may decide first, then the rest. */
export function ApprovalsPage() {
  const t = useRunbooksText();
  const [url, setUrl] = useUrlState(approvalsUrl);
  const [decided, setDecided] = useState('');
  const pages = useApprovals({
    entityRef: url.entity ? [url.entity] : undefined,
    mine: url.mine || undefined,
  });
  const onDecided = ({ title }: ApprovalItem, approve: boolean) => {
    setDecided(
      t(approve ? 'approvals.approved' : 'approvals.rejected', { title }),
    );
    pages.refresh();
  };
  const mine = pages.items.filter(({ may }) => may.allowed);
  const others = pages.items.filter(({ may }) => !may.allowed);
  return (
    <div className={classes.page}>
      {pages.data && pages.items.length > 0 && (
        <div className={classes.head}>
          <h2 className={classes.sentence}>
            {pages.data.mine > 0
              ? t('approvals.headMine', { count: pages.data.mine })
              : t('approvals.headOthers', { count: others.length })}
          </h2>
          <AsOf loadedAt={pages.loadedAt} />
        </div>
      )}
      <p role="status" className={decided ? classes.plain : classes.none}>
        {decided}
      </p>
      <div className={classes.filters} role="search">
        <OneEntity
          of="entity"
          value={url.entity}
          onChange={entity => setUrl({ entity })}
        />
        <Switch
          label={t('approvals.mineOnly')}
          isSelected={url.mine}
          onChange={onlyMine => setUrl({ mine: onlyMine })}
        />
      </div>
      <QueryBoundary
        query={pages}
        what={t('nav.approvals')}
        forbidden={<NotAllowed all />}
        isEmpty={() => pages.items.length === 0}
        empty={
          <EmptyState
            sentence={t(
              url.entity || url.mine ? 'approvals.noMatch' : 'approvals.none',
            )}
            next={t('approvals.noneNext')}
          />
        }
      >
        {() => (
          <>
            <Cards
              title={t('approvals.mine')}
              items={mine}
              onDecided={onDecided}
            />
            <Cards
              title={t('approvals.others')}
              items={others}
              onDecided={onDecided}
            />
            <MoreButton pages={pages} />
            <FurtherFailed pages={pages} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function Cards(props: {
  title: string;
  items: ApprovalItem[];
  onDecided(item: ApprovalItem, approve: boolean): void;
}) {
  const { title, items, onDecided } = props;
  if (items.length === 0) return null;
  return (
    <Panel title={title}>
      {items.map(item => (
        <ApprovalCard
          key={`${item.kind} ${item.id}`}
          item={item}
          onDecided={onDecided}
        />
      ))}
    </Panel>
  );
}
