import type { AlertCounts } from '@ghostlight/plugin-incidents-common';
import {
  listOf,
  type LiveQuery,
  QueryBoundary,
  Skeleton,
  useLanguage,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import classes from './alerts.module.css';

/** What needs somebody, in one sentence. */
export function InboxHeadline({ counts }: { counts: LiveQuery<AlertCounts> }) {
  const t = useIncidentsText();
  return (
    <QueryBoundary
      query={counts}
      what={t('state.alerts')}
      loading={<Skeleton width={420} height={26} />}
      // The list below says it in full.
      forbidden={<></>}
    >
      {data => <Sentence counts={data} />}
    </QueryBoundary>
  );
}

function Sentence({ counts }: { counts: AlertCounts }) {
  const t = useIncidentsText();
  const language = useLanguage();
  const { open, suppressed, unresolved, quarantined } = counts;
  const aside = [
    ...(suppressed > 0
      ? [t('inbox.headSuppressed', { count: suppressed })]
      : []),
    ...(unresolved > 0
      ? [t('inbox.headUnresolved', { count: unresolved })]
      : []),
    ...(quarantined > 0
      ? [t('inbox.headQuarantined', { count: quarantined })]
      : []),
  ];
  return (
    <h2 className={classes.headline}>
      {open > 0 ? t('inbox.headOpen', { count: open }) : t('inbox.headNone')}
      {aside.length > 0 &&
        ` ${t('inbox.headAside', { list: listOf(aside, language) })}`}
    </h2>
  );
}
