import { Button } from '@ghostlight/reliability-react';
import { Step } from '../../incident/panels/Step';
import { useIncidentsText } from '../../translation';
import { useTriageState } from '../TriageContext';
import { useMoney } from '../useMoney';
import { isNotSetUp } from './isNotSetUp';
import { modelName } from './modelName';
import { ANALYSIS_ID } from '../analysis/analysisId';

/** Among the next acts: have the model look at it, and what that costs. */
export function AskStep() {
  const t = useIncidentsText();
  const money = useMoney();
  const { triage, asking, ask, refusal, run } = useTriageState();
  const model = triage.data?.model;
  const isAsking = asking.state === 'asking';
  const isDone = run.data?.state === 'done';
  const who = modelName(model?.model);
  const toAnalysis = () => {
    document
      .getElementById(ANALYSIS_ID)
      ?.scrollIntoView?.({ block: 'nearest', behavior: 'smooth' });
  };
  // Nobody who reads this can do it: it is no next act.
  if (!model || isNotSetUp(model)) return null;
  const note = () => {
    if (isAsking) return t('ask.underWay');
    if (isDone) return undefined;
    if (!model.available) return t('ask.notAvailableBelow');
    return (
      refusal ??
      (model.estimate && t('ask.about', { cost: money(model.estimate) }))
    );
  };
  return (
    <Step title={t('ask.title', { who })} isDone={isDone} note={note()}>
      {!isDone && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('ask.startLabel', { who })}
          isDisabled={!model.available || refusal !== undefined}
          isPending={isAsking}
          onPress={() => {
            ask();
            toAnalysis();
          }}
        >
          {t('ask.start')}
        </Button>
      )}
      {isDone && (
        <Button size="small" variant="tertiary" onPress={toAnalysis}>
          {t('ask.see')}
        </Button>
      )}
    </Step>
  );
}
