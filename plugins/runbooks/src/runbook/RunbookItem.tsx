import type { Runbook, Sentence } from '@ghostlight/plugin-runbooks-common';
import {
  ButtonLink,
  Duration,
  Link,
  ToneWord,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { ExecutionWord, Said, SaidList, SeverityWord } from '../words';
import classes from './runbook.module.css';

/** A runbook in a few lines: for what, how long, what came of it last, and whether to rely on it. */
export function RunbookItem(props: {
  runbook: Runbook;
  /** Why it is shown here; else what the runbook itself has. */
  because?: Sentence[];
  entityRef?: string;
  /** That asks for it. */
  incidentId?: string;
  /** Where there is little room. */
  brief?: boolean;
}) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { runbook, because, entityRef, incidentId, brief } = props;
  const { ref, title, severity, estimatedSeconds, steps } = runbook;
  const { stale, runnable } = runbook;
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <div className={uiClasses.row}>
          {severity && <SeverityWord severity={severity} />}
          <Link href={links.runbook(ref)}>
            <strong>{title}</strong>
          </Link>
          <span className={uiClasses.muted}>
            {t('runbook.stepCount', { count: steps })}
            {estimatedSeconds !== undefined && (
              <>
                {' · '}
                {t('runbook.about')} <Duration seconds={estimatedSeconds} />
              </>
            )}
          </span>
        </div>
        <SaidList sentences={because ?? runbook.because ?? []} />
        {!brief && <LastTime runbook={runbook} />}
        {stale && (
          <p className={uiClasses.plain}>
            <ToneWord tone="warning" word={t('runbook.stale')} />{' '}
            <Said sentence={stale} />
          </p>
        )}
        {!runnable && (
          <p className={uiClasses.plain}>
            <ToneWord tone="negative" word={t('runbook.broken')} />{' '}
            {t('runbook.notRunnable')}
          </p>
        )}
      </div>
      {runnable && (
        <ButtonLink
          size="small"
          variant="secondary"
          href={links.plan(ref, { entityRef, incident: incidentId })}
          aria-label={t('runbook.planOf', { title })}
        >
          {t('runbook.plan')}
        </ButtonLink>
      )}
    </li>
  );
}

/** What came of it last, and when somebody last rehearsed it. */
export function LastTime({ runbook }: { runbook: Runbook }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { lastRun, lastRehearsed } = runbook;
  return (
    <p className={uiClasses.muted}>
      {lastRun ? (
        <>
          {t('runbook.lastRun')}:{' '}
          <Link href={links.run(lastRun.id)}>{lastRun.id}</Link>{' '}
          <ExecutionWord state={lastRun.state} />{' '}
          <When iso={lastRun.finishedAt ?? lastRun.startedAt} />
        </>
      ) : (
        t('runbook.neverRun')
      )}
      {' · '}
      {lastRehearsed ? (
        <>
          {t('runbook.rehearsed')}:{' '}
          <Link href={links.run(lastRehearsed.executionId)}>
            <When iso={lastRehearsed.at} />
          </Link>
        </>
      ) : (
        t('runbook.neverRehearsed')
      )}
    </p>
  );
}
