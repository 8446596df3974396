import type { IncidentsSummary } from '@ghostlight/plugin-incidents-common';
import {
  Link,
  QueryBoundary,
  secondsOf,
  Skeleton,
  useElapsed,
} from '@ghostlight/reliability-react';
import { useIncidentLinks, useSummary } from '../hooks';
import { useIncidentsText } from '../translation';
import { SeverityWord } from '../words';
import classes from './list.module.css';

/** How many are open and which is the worst, in one sentence. */
export function Headline() {
  const t = useIncidentsText();
  const summary = useSummary();
  return (
    <QueryBoundary
      query={summary}
      what={t('state.incidents')}
      loading={<Skeleton width={420} height={26} />}
      // The table below says it in full.
      forbidden={<></>}
    >
      {data => <Sentence summary={data} />}
    </QueryBoundary>
  );
}

function Sentence({ summary }: { summary: IncidentsSummary }) {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  const [worst] = summary.incidents;
  const elapsed = useElapsed(secondsOf(worst?.startedAt));
  if (!worst) {
    return <h2 className={classes.headline}>{t('list.noneOpen')}</h2>;
  }
  return (
    <h2 className={classes.headline}>
      {t('list.open', { count: summary.open })}{' '}
      {summary.open > 1 ? t('list.theWorst') : t('list.itIs')}{' '}
      <Link href={links.incident(worst.id)}>{worst.id}</Link>{' '}
      <SeverityWord severity={worst.severity} size={14} />{' '}
      {t('list.worst', { title: worst.title, time: elapsed })}
    </h2>
  );
}
