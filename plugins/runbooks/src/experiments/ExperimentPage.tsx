import type { Experiment } from '@ghostlight/plugin-runbooks-common';
import {
  EntityName,
  LoadingState,
  Panel,
  QueryBoundary,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useParams } from 'react-router-dom';
import { refOf } from '../hooks';
import { SwitchControl } from '../remediation/SwitchControl';
import { Findings } from '../runbook/Findings';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { Actor, Said } from '../words';
import { ExperimentRules } from './ExperimentRules';
import { ExperimentRuns } from './ExperimentRuns';
import { LastRun, NextRun } from './LastRun';
import { RunNow } from './RunNow';
import { useExperiment } from './useExperiments';
import classes from '../remediation/remediation.module.css';

/** An experiment: what is believed, what is done to find out, what stops it, and what came of it. */
export function ExperimentPage() {
  const t = useRunbooksText();
  const { experiment: segment = '' } = useParams();
  const experiment = useExperiment(refOf(segment));
  const what = t('experiments.what');
  return (
    <QueryBoundary
      query={experiment}
      what={what}
      loading={<LoadingState what={what} lines={4} block={240} />}
      forbidden={<NotAllowed />}
    >
      {data => (
        <ExperimentDetail experiment={data} onChanged={experiment.refresh} />
      )}
    </QueryBoundary>
  );
}

function ExperimentDetail(props: {
  experiment: Experiment;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { experiment, onChanged } = props;
  const { ref, title, description, owner, entityRef, environment } = experiment;
  return (
    <article className={classes.page} aria-labelledby="experiment-title">
      <div className={classes.top}>
        <div className={classes.heading}>
          <h2 id="experiment-title" className={classes.sentence}>
            {title}
          </h2>
          <p className={classes.said}>
            <Said sentence={experiment.sentence} />
          </p>
          <p className={uiClasses.muted}>
            <EntityName entityRef={entityRef} /> ({environment})
            {owner && (
              <>
                {' · '}
                {t('words.owner')}: <Actor name={owner} />
              </>
            )}
          </p>
        </div>
        <div className={classes.control}>
          <RunNow experiment={experiment} />
          <SwitchControl
            title={title}
            value={experiment.switch}
            may={experiment.may.switch}
            onChanged={onChanged}
          />
        </div>
      </div>
      {description && <p className={classes.plain}>{description}</p>}
      <Panel title={t('experiments.believed')}>
        <p className={classes.plain}>{experiment.hypothesis}</p>
        <p className={classes.plain}>
          <LastRun experiment={experiment} />
        </p>
        <p className={uiClasses.muted}>
          <NextRun experiment={experiment} />
        </p>
      </Panel>
      <Findings findings={experiment.findings} />
      <ExperimentRules experiment={experiment} />
      <ExperimentRuns experimentRef={ref} />
    </article>
  );
}
