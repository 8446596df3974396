import { Link, QueryBoundary, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { isOpen, useExecution, useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { ExecutionWord, Said } from '../words';
import classes from './plan.module.css';

/** What came of a dry run. */
export function DryRunResult(props: { id: string }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const [live, setLive] = useState(true);
  const run = useExecution(props.id, live);
  const isOver = run.data !== undefined && !isOpen(run.data.state);
  if (isOver === live) setLive(!isOver);
  return (
    <div role="status" className={classes.dryRun}>
      <QueryBoundary query={run} what={t('plan.dryRun')}>
        {({ id, state, said }) => (
          <p className={uiClasses.plain}>
            <strong>{t('plan.dryRun')}</strong> <ExecutionWord state={state} />{' '}
            <Said sentence={said} /> <Link href={links.run(id)}>{id}</Link>
          </p>
        )}
      </QueryBoundary>
    </div>
  );
}
