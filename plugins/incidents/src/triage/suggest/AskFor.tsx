import { Alert, uiClasses } from '@ghostlight/reliability-react';
import { AskButton } from '../ask/AskButton';
import { modelName } from '../ask/modelName';
import { useTriageState } from '../TriageContext';
import type { Suggestion } from './useSuggestion';

/** Asks for a suggestion, and says when that fails. */
export function AskFor(props: {
  ask: Suggestion<unknown>['ask'];
  label(who: string): string;
}) {
  const { ask, label } = props;
  const { triage, refusal } = useTriageState();
  const model = triage.data?.model;
  return (
    <>
      <div className={uiClasses.row}>
        <AskButton
          label={label(modelName(model?.model))}
          model={model}
          refusal={refusal}
          isPending={ask.pending}
          variant="secondary"
          onPress={() => ask.run()}
        />
      </div>
      {ask.failure && <Alert status="danger" icon title={ask.failure} />}
    </>
  );
}
