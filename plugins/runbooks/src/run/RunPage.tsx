import type { ExecutionDetail } from '@ghostlight/plugin-runbooks-common';
import {
  LoadingState,
  Panel,
  QueryBoundary,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { ExperimentReport } from '../experiments';
import { isMoving, useExecution, useJournal } from '../hooks';
import { Values } from '../runbook/Phases';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { ApprovalPanel } from './ApprovalPanel';
import { Controls } from './Controls';
import { Facts } from './Facts';
import { Headline } from './Headline';
import { Outcome } from './Outcome';
import { Records } from './Records';
import { Rehearsal } from './Rehearsal';
import { Steps } from './Steps';
import classes from './run.module.css';

/** A run as it happens, and afterwards as it was. */
export function RunPage() {
  const t = useRunbooksText();
  const { id = '' } = useParams();
  const [live, setLive] = useState(true);
  const run = useExecution(id, live);
  const moves = run.data === undefined || isMoving(run.data.state);
  if (moves !== live) setLive(moves);
  const what = t('run.what', { id });
  return (
    <QueryBoundary
      query={run}
      what={what}
      loading={<LoadingState what={what} lines={4} block={240} />}
      forbidden={<NotAllowed />}
    >
      {data => <Run run={data} onChanged={run.refresh} />}
    </QueryBoundary>
  );
}

function Run(props: { run: ExecutionDetail; onChanged(): void }) {
  const t = useRunbooksText();
  const { run, onChanged } = props;
  // The journal is read once somebody looks at it, or at the output of a step.
  const [isReading, setReading] = useState(false);
  const journal = useJournal(run.id, {
    enabled: isReading,
    live: isMoving(run.state),
  });
  const onRead = () => setReading(true);
  return (
    <article className={classes.page} aria-labelledby="run-title">
      <div className={classes.top}>
        <Headline run={run} />
        <Controls run={run} onChanged={onChanged} />
      </div>
      <Facts run={run} />
      {run.approval && <ApprovalPanel run={run} onChanged={onChanged} />}
      <Outcome run={run} />
      <Steps
        run={run}
        journal={journal.data?.items}
        onRead={onRead}
        onChanged={onChanged}
      />
      {run.rehearsal && <Rehearsal report={run.rehearsal} />}
      {run.experiment && <ExperimentReport report={run.experiment} />}
      {Object.keys(run.inputs).length > 0 && (
        <Panel title={t('run.inputs')}>
          <Values values={run.inputs} />
        </Panel>
      )}
      <Records run={run} journal={journal} onRead={onRead} />
    </article>
  );
}
