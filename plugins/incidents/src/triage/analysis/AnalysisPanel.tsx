import {
  Alert,
  Button,
  LoadingState,
  Panel,
  QueryBoundary,
  uiClasses,
  useUrlState,
  VisuallyHidden,
} from '@ghostlight/reliability-react';
import { NotAllowed } from '../../states/NotAllowed';
import { useIncidentsText } from '../../translation';
import { AskButton } from '../ask/AskButton';
import { modelName } from '../ask/modelName';
import { Stages } from '../ask/Stages';
import { useTriageState } from '../TriageContext';
import { triageUrl } from '../triageUrl';
import { useMoney } from '../useMoney';
import { ANALYSIS_ID } from './analysisId';
import { RunResult } from './RunResult';
import { Runs } from './Runs';
import classes from '../triage.module.css';

/** What a model makes of the same evidence: asked for, followed while it goes, checked, and kept. */
export function AnalysisPanel() {
  const t = useIncidentsText();
  const money = useMoney();
  const [url, setUrl] = useUrlState(triageUrl);
  const { triage, asking, ask, cancel, refusal, run, runId } = useTriageState();
  const model = triage.data?.model;
  if (!model && !runId && asking.state === 'idle') return null;
  const who = modelName(model?.model);
  const isAsking = asking.state === 'asking';
  const isOld =
    run.data !== undefined &&
    triage.data !== undefined &&
    run.data.bundleId !== triage.data.bundle.id;
  // Why it cannot be asked now is what is shown of the run already.
  const isSaid =
    model?.why !== undefined && run.data?.unavailable?.code === model.why.code;
  const cost = model?.estimate && money(model.estimate);
  const label = () => {
    if (runId) return t('ask.again', { who });
    return cost ? t('ask.askFor', { who, cost }) : t('ask.title', { who });
  };

  return (
    <div id={ANALYSIS_ID} className={classes.anchor}>
      <Panel
        title={t('analysis.title', { who })}
        aside={
          runId &&
          !isAsking && (
            <span className={uiClasses.row}>
              <AskButton
                label={label()}
                model={model}
                refusal={refusal}
                isPending={false}
                variant="secondary"
                isQuiet={isSaid}
                onPress={() => ask(!isOld)}
              />
              {cost && model?.available && !refusal && (
                <span className={uiClasses.muted}>
                  {t('ask.about', { cost })}
                </span>
              )}
            </span>
          )
        }
      >
        {isAsking && <Stages asking={asking} onCancel={cancel} />}
        {asking.state === 'cancelled' && (
          <p role="status" className={uiClasses.plain}>
            {t('ask.cancelled')}
          </p>
        )}
        {asking.state === 'failed' && (
          <Alert
            status="warning"
            icon
            title={asking.isCut ? t('ask.cut') : t('ask.failed')}
            description={asking.failure}
          />
        )}
        {asking.state === 'ended' && (
          <VisuallyHidden role="status">
            {run.data?.state === 'unavailable'
              ? t('ask.endedWithout')
              : t('ask.ended')}
          </VisuallyHidden>
        )}
        {!runId && !isAsking && (
          <>
            {model?.available && (
              <p className={uiClasses.plain}>
                {t('ask.explained', { who })}{' '}
                {model.model && (
                  <span className={uiClasses.muted}>
                    {t('ask.with', { model: model.model })}
                  </span>
                )}
              </p>
            )}
            <div className={uiClasses.row}>
              <AskButton
                label={label()}
                model={model}
                refusal={refusal}
                isPending={false}
                onPress={() => ask()}
              />
            </div>
            {model?.available === false && (
              <p className={uiClasses.muted}>{t('ask.stands')}</p>
            )}
          </>
        )}
        {runId && !isAsking && (
          <QueryBoundary
            query={run}
            what={t('analysis.one', { id: runId })}
            loading={<LoadingState what={t('analysis.one', { id: runId })} />}
            forbidden={<NotAllowed what={t('analysis.one', { id: runId })} />}
          >
            {data => <RunResult run={data} isOld={isOld} />}
          </QueryBoundary>
        )}
        {url.run !== '' && !isAsking && (
          <div>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setUrl({ run: '', evidence: '' })}
            >
              {t('analysis.toLatest')}
            </Button>
          </div>
        )}
        {!isAsking && <Runs />}
      </Panel>
    </div>
  );
}
