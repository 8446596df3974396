import type { Rung } from '@ghostlight/plugin-runbooks-common';
import { Link, nameOf } from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { Values } from '../runbook/Phases';
import { useRunbooksText } from '../translation';
import { Actor } from '../words';
import classes from './remediation.module.css';

/** What is tried, in this order, and who is called when nothing of it helps. */
export function Ladder(props: { rungs: Rung[]; escalateTo: string }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { rungs, escalateTo } = props;
  return (
    <ol className={classes.rungs}>
      {rungs.map(({ runbookRef, action, input, inputs, attempts }, index) => (
        <li key={`${index} ${runbookRef ?? action}`}>
          {runbookRef ? (
            <Link href={links.runbook(runbookRef)}>{nameOf(runbookRef)}</Link>
          ) : (
            <code>{action}</code>
          )}
          {', '}
          {t('policy.attempts', { count: attempts })}
          <Values values={inputs ?? input ?? {}} />
        </li>
      ))}
      <li>
        {t('policy.thenCalls')} <Actor name={escalateTo} />
      </li>
    </ol>
  );
}
