import type { Execution } from '@ghostlight/plugin-runbooks-common';
import {
  EntityName,
  Link,
  uiClasses,
  When,
  type DataColumn,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import {
  Actor,
  ExecutionWord,
  IncidentLink,
  Stopwatch,
  useSay,
} from '../words';

/** The columns of the list of runs. */
export function useRunColumns(): DataColumn<Execution>[] {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const say = useSay();
  return useMemo(() => {
    const cut = (text: string) => (
      <span className={uiClasses.truncate} title={text}>
        {text}
      </span>
    );
    return [
      {
        id: 'id',
        title: t('runs.id'),
        width: '104px',
        required: true,
        cell: row => <Link href={links.run(row.id)}>{row.id}</Link>,
      },
      {
        id: 'title',
        title: t('runs.what'),
        width: 'minmax(160px, 3fr)',
        cell: row => cut(row.title),
      },
      {
        id: 'entity',
        title: t('words.entity'),
        width: 'minmax(112px, 1fr)',
        cell: row =>
          row.entityRef && (
            <EntityName
              entityRef={row.entityRef}
              className={uiClasses.truncate}
            />
          ),
      },
      {
        id: 'environment',
        title: t('words.environment'),
        width: '96px',
        cell: row => cut(row.environment),
      },
      {
        id: 'kind',
        title: t('runs.kind'),
        width: '96px',
        cell: row => t(`executionKind.${row.kind}`),
      },
      {
        id: 'state',
        title: t('executionState.label'),
        width: '128px',
        cell: row => <ExecutionWord state={row.state} />,
      },
      {
        id: 'said',
        title: t('runs.said'),
        width: 'minmax(128px, 2fr)',
        cell: row => cut(say(row.said)),
      },
      {
        id: 'took',
        title: t('runs.took'),
        width: '56px',
        align: 'end',
        cell: row => <Stopwatch from={row.startedAt} until={row.finishedAt} />,
      },
      {
        id: 'incident',
        title: t('words.incident'),
        width: '96px',
        cell: row =>
          row.incidentId && (
            <IncidentLink
              id={row.incidentId}
              href={links.incident(row.incidentId)}
            />
          ),
      },
      {
        id: 'by',
        title: t('run.askedBy'),
        width: 'minmax(80px, 1fr)',
        cell: row => (
          <span className={uiClasses.truncate}>
            <Actor name={row.requestedBy} />
          </span>
        ),
      },
      {
        id: 'when',
        title: t('words.when'),
        width: '96px',
        cell: row => <When iso={row.requestedAt} />,
      },
    ];
  }, [t, links, say]);
}
