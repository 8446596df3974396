import type { AttemptDetail } from '@ghostlight/plugin-runbooks-common';
import { Link, When } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { Actor, Actors } from '../words';
import { ModeWord } from './ModeText';
import classes from '../run/run.module.css';

/** Who proposed it and when, which try it is, its run, and what comes after it. */
export function AttemptFacts({ attempt }: { attempt: AttemptDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { policyRef, policyTitle, proposedBy, executionId, nextId } = attempt;
  const { escalatedTo = [], finishedAt, symptom } = attempt;
  return (
    <dl className={classes.facts}>
      <Fact name={t('attempt.proposedBy')}>
        {policyRef ? (
          <Link href={links.policy(policyRef)}>{policyTitle ?? policyRef}</Link>
        ) : (
          <Actor name={proposedBy} />
        )}{' '}
        <When iso={attempt.at} absolute />
      </Fact>
      <Fact name={t('mode.label')}>
        <ModeWord mode={attempt.mode} />
      </Fact>
      <Fact name={t('attempt.symptom')}>{symptom}</Fact>
      <Fact name={t('attempt.try')}>
        {t('attempt.tryOf', {
          rung: String(attempt.rung + 1),
          attempt: String(attempt.attempt),
        })}
      </Fact>
      {executionId && (
        <Fact name={t('attempt.run')}>
          <Link href={links.run(executionId)}>{executionId}</Link>
        </Fact>
      )}
      {finishedAt && (
        <Fact name={t('attempt.finished')}>
          <When iso={finishedAt} absolute />
        </Fact>
      )}
      {nextId && (
        <Fact name={t('attempt.next')}>
          <Link href={links.attempt(nextId)}>{nextId}</Link>
        </Fact>
      )}
      {escalatedTo.length > 0 && (
        <Fact name={t('attempt.escalatedTo')}>
          <Actors names={escalatedTo} />
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
