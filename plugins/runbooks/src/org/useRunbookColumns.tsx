import type { Runbook } from '@ghostlight/plugin-runbooks-common';
import {
  type DataColumn,
  Duration,
  EntityName,
  Link,
  nameOf,
  ToneWord,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { Actor, ExecutionWord, SeverityWord, useSay } from '../words';

/** The columns of a list of runbooks. */
export function useRunbookColumns(): DataColumn<Runbook>[] {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const say = useSay();
  return useMemo(
    () => [
      {
        id: 'title',
        title: t('runbook.title'),
        width: 'minmax(232px, 3fr)',
        required: true,
        cell: row => (
          <span className={uiClasses.truncate} title={row.title}>
            <Link href={links.runbook(row.ref)}>{row.title}</Link>
          </span>
        ),
      },
      {
        id: 'severity',
        title: t('runbook.severity'),
        width: '84px',
        cell: row => row.severity && <SeverityWord severity={row.severity} />,
      },
      {
        id: 'services',
        title: t('runbook.services'),
        width: 'minmax(132px, 1fr)',
        cell: ({ serviceRefs: [first, ...others] }) =>
          first && (
            <span
              className={uiClasses.truncate}
              title={[first, ...others].map(nameOf).join(', ')}
            >
              <EntityName entityRef={first} />
              {others.length > 0 && ` +${others.length}`}
            </span>
          ),
      },
      {
        id: 'owner',
        title: t('words.owner'),
        width: 'minmax(132px, 1fr)',
        cell: row =>
          row.owner && (
            <span className={uiClasses.truncate}>
              <Actor name={row.owner} />
            </span>
          ),
      },
      {
        id: 'steps',
        title: t('runbook.steps'),
        width: '64px',
        align: 'end',
        cell: row => String(row.steps),
      },
      {
        id: 'estimated',
        title: t('runbook.estimated'),
        width: '80px',
        align: 'end',
        cell: row => <Duration seconds={row.estimatedSeconds} />,
      },
      {
        id: 'lastRun',
        title: t('runbook.lastRun'),
        width: 'minmax(136px, 1fr)',
        cell: ({ lastRun }) =>
          lastRun ? (
            <span>
              <ExecutionWord state={lastRun.state} />{' '}
              <When iso={lastRun.finishedAt ?? lastRun.startedAt} />
            </span>
          ) : (
            t('runbook.neverRun')
          ),
      },
      {
        id: 'rehearsed',
        title: t('runbook.rehearsed'),
        width: '128px',
        cell: ({ lastRehearsed }) => <When iso={lastRehearsed?.at} />,
      },
      {
        id: 'state',
        title: t('runbook.state'),
        width: '132px',
        cell: row => {
          if (!row.runnable) {
            return <ToneWord tone="negative" word={t('runbook.broken')} />;
          }
          return row.stale ? (
            <ToneWord
              tone="warning"
              word={t('runbook.stale')}
              title={say(row.stale)}
            />
          ) : (
            <ToneWord tone="positive" word={t('runbook.ready')} />
          );
        },
      },
    ],
    [t, links, say],
  );
}
