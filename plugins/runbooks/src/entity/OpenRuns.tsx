import type {
  Execution,
  ExecutionPage,
} from '@ghostlight/plugin-runbooks-common';
import {
  Link,
  MoreButton,
  Panel,
  uiClasses,
  type LivePages,
} from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { Actor, ExecutionWord, Said, Stopwatch } from '../words';
import classes from './entity.module.css';

/** Runs that are not over, with the step they are at; nothing where there is none. */
export function OpenRuns(props: { runs: LivePages<Execution, ExecutionPage> }) {
  const t = useRunbooksText();
  const { runs } = props;
  if (runs.items.length === 0) return null;
  return (
    <Panel title={t('entity.open')}>
      <ul className={uiClasses.list}>
        {runs.items.map(each => (
          <li key={each.id}>
            <OpenRun run={each} />
          </li>
        ))}
      </ul>
      <MoreButton pages={runs} />
    </Panel>
  );
}

/** One run in two lines. */
export function OpenRun({ run }: { run: Execution }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { id, state, title, step, steps, operator, startedAt } = run;
  return (
    <div className={classes.run}>
      <div className={uiClasses.row}>
        <ExecutionWord state={state} />
        <Link href={links.run(id)}>
          {id} · {title}
        </Link>
        <span className={uiClasses.muted}>
          {step !== undefined &&
            `${t('run.stepOf', {
              step: String(step),
              steps: String(steps),
            })} · `}
          {startedAt && (
            <>
              <Stopwatch from={startedAt} /> ·{' '}
            </>
          )}
          <Actor name={operator} />
        </span>
      </div>
      <p className={uiClasses.muted}>
        <Said sentence={run.said} />
      </p>
    </div>
  );
}
