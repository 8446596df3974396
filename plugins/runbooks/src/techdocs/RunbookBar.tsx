import {
  Box,
  Link,
  QueryBoundary,
  ToneWord,
} from '@ghostlight/reliability-react';
import { useId } from 'react';
import { useRunbook, useRunbooksLinks } from '../hooks';
import { RunButton } from '../runbook/RunButton';
import { LastTime } from '../runbook/RunbookItem';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { Said } from '../words';
import classes from './techdocs.module.css';

/** A runbook in a line, above what it says. */
export function RunbookBar({ runbookRef }: { runbookRef: string }) {
  const t = useRunbooksText();
  const id = useId();
  const links = useRunbooksLinks();
  const runbook = useRunbook(runbookRef);
  return (
    <Box as="section" bg="neutral" className={classes.bar} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {t('docs.is')}{' '}
        <Link href={links.runbook(runbookRef)}>
          {runbook.data?.title ?? t('docs.open')}
        </Link>
      </h2>
      <QueryBoundary
        query={runbook}
        what={t('state.runbook')}
        forbidden={<NotAllowed all />}
      >
        {data => {
          const [only, ...others] = data.serviceRefs;
          const entityRef = others.length === 0 ? only : undefined;
          return (
            <div className={classes.row}>
              <div>
                <LastTime runbook={data} />
                {data.stale && (
                  <p className={classes.stale}>
                    <ToneWord tone="warning" word={t('runbook.stale')} />{' '}
                    <Said sentence={data.stale} />
                  </p>
                )}
              </div>
              <RunButton
                href={links.plan(runbookRef, { entityRef })}
                may={data.may.run}
                runnable={data.runnable}
              />
            </div>
          );
        }}
      </QueryBoundary>
    </Box>
  );
}
