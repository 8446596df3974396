import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import { useParams } from 'react-router-dom';
import { RunbookBar } from './RunbookBar';
import { useRunbooksOfPage } from './useRunbooksOfPage';
import classes from './techdocs.module.css';

/** On a page of TechDocs that is a runbook: what came of it last, and the way to run it. */
export function RunbookOfPage() {
  const { entityRef } = useTechDocsReaderPage();
  const { '*': address = '' } = useParams();
  const refs = useRunbooksOfPage(entityRef, address);
  if (refs.length === 0) return null;
  return (
    <div className={classes.bars}>
      {refs.map(ref => (
        <RunbookBar key={ref} runbookRef={ref} />
      ))}
    </div>
  );
}
