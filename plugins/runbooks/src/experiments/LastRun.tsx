import type { Experiment } from '@ghostlight/plugin-runbooks-common';
import { Link, When } from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { ExecutionWord, Said } from '../words';

/** What came of it last. */
export function LastRun({ experiment }: { experiment: Experiment }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { lastRun } = experiment;
  if (!lastRun) return <>{t('experiments.neverRun')}</>;
  const { id, state, said, startedAt, finishedAt } = lastRun;
  return (
    <>
      {t('experiments.last')} <ExecutionWord state={state} />{' '}
      <Said sentence={said} /> <Link href={links.run(id)}>{id}</Link>{' '}
      <When iso={finishedAt ?? startedAt} />
    </>
  );
}

/** When it is run next by itself; one that is off says so by its switch. */
export function NextRun({ experiment }: { experiment: Experiment }) {
  const t = useRunbooksText();
  const { schedule } = experiment;
  if (!schedule) return <>{t('experiments.byHand')}</>;
  const { cron, timeZone, next, skipped } = schedule;
  return (
    <>
      {next ? (
        <>
          {t('experiments.next')} <When iso={next} absolute />
        </>
      ) : (
        t('experiments.noNext')
      )}{' '}
      (<code>{cron}</code>, {timeZone})
      {skipped && (
        <>
          {' '}
          {t('experiments.skipped')} <When iso={skipped.at} absolute />,{' '}
          <Said sentence={skipped.said} />
        </>
      )}
    </>
  );
}
