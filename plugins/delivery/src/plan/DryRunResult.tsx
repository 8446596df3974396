import { Link, QueryBoundary, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { isMoving, useDeliveryLinks, useRollback } from '../hooks';
import { useDeliveryText } from '../translation';
import { RollbackWord, Said } from '../words';
import classes from './plan.module.css';

/** What the platform said to a dry run. */
export function DryRunResult(props: { id: string }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const [live, setLive] = useState(true);
  const rollback = useRollback(props.id, live);
  const isOver = rollback.data !== undefined && !isMoving(rollback.data.state);
  if (isOver === live) setLive(!isOver);
  return (
    <div role="status" className={classes.dryRun}>
      <QueryBoundary query={rollback} what={t('plan.dryRun')}>
        {({ id, state, said }) => (
          <>
            <p className={uiClasses.plain}>
              <strong>{t('plan.dryRun')}</strong> <RollbackWord state={state} />{' '}
              <Said sentence={said} />{' '}
              <Link href={links.rollback(id)}>{id}</Link>
            </p>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
