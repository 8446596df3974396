import {
  EmptyState,
  QueryBoundary,
  uiClasses,
  useUrlState,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { Course } from './Course';
import { Definitions } from './Definitions';
import { LearningHeadline } from './LearningHeadline';
import { learningUrl, scopeOf, SPANS } from './learningUrl';
import { Noise } from './Noise';
import { PhasePanel } from './PhasePanel';
import { PHASES } from './phases';
import { ScopeFilters } from './ScopeFilters';
import { useMetrics } from './useMetrics';
import classes from './learning.module.css';

/** What incidents took and what is known of it: distributions first, and no number without its n. */
export function LearningPage() {
  const t = useIncidentsText();
  const [url, setUrl] = useUrlState(learningUrl);
  const scope = useMemo(() => scopeOf(url), [url]);
  const metrics = useMetrics(scope);
  const days = SPANS[url.span];
  return (
    <div className={classes.page}>
      {metrics.data && <LearningHeadline metrics={metrics.data} days={days} />}
      <ScopeFilters url={url} setUrl={setUrl} scope={scope} />
      <QueryBoundary
        query={metrics}
        what={t('learning.title')}
        forbidden={<NotAllowed />}
        isEmpty={({ incidents }) => incidents === 0}
        empty={
          <EmptyState
            sentence={t('learning.none')}
            next={
              url.imported ? t('learning.noneHint') : t('learning.noneImport')
            }
          />
        }
      >
        {data => (
          <>
            <div className={classes.line}>
              <Definitions />
              <span className={uiClasses.muted}>
                {t('learning.asOf')} <When iso={data.to} />
              </span>
            </div>
            <div className={classes.phases}>
              {PHASES.map(phase => (
                <PhasePanel
                  key={phase}
                  phase={phase}
                  distribution={data[phase]}
                  days={days}
                />
              ))}
            </div>
            <Course metrics={data} />
            <Noise metrics={data} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
