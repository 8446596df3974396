import {
  FurtherFailed,
  Link,
  MoreButton,
  Panel,
  QueryBoundary,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useExecutions, useRunbooksLinks } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { Actor, ExecutionWord, Said } from '../words';

/** Its runs, the latest first. */
export function ExperimentRuns({ experimentRef }: { experimentRef: string }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const runs = useExecutions({ experimentRef, limit: 20 });
  return (
    <Panel title={t('experiments.runs')}>
      <QueryBoundary
        query={runs}
        what={t('experiments.runs')}
        forbidden={<NotAllowed />}
        isEmpty={() => runs.items.length === 0}
        empty={<p className={uiClasses.plain}>{t('experiments.neverRun')}</p>}
      >
        {() => (
          <>
            <ul className={uiClasses.list}>
              {runs.items.map(run => (
                <li key={run.id}>
                  <div className={uiClasses.row}>
                    <ExecutionWord state={run.state} />
                    <Link href={links.run(run.id)}>{run.id}</Link>
                    <span className={uiClasses.muted}>
                      {run.kind !== 'experiment' &&
                        `${t(`executionKind.${run.kind}`)} · `}
                      <Actor name={run.requestedBy} />
                      {' · '}
                      <When iso={run.startedAt ?? run.requestedAt} />
                    </span>
                  </div>
                  <p className={uiClasses.muted}>
                    <Said sentence={run.said} />
                  </p>
                </li>
              ))}
            </ul>
            <MoreButton pages={runs} />
            <FurtherFailed pages={runs} />
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}
