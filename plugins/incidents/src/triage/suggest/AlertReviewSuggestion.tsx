import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Alert as IncidentAlert,
  AlertReview,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  dataOf,
  More,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { AskButton } from '../ask/AskButton';
import { modelName } from '../ask/modelName';
import { EvidenceScope } from '../evidence/EvidenceContext';
import { useTriageState } from '../TriageContext';
import { useLanguageAsked } from '../useLanguageAsked';
import { ReviewResult } from './ReviewResult';
import { RunOutcome } from './RunOutcome';
import classes from '../triage.module.css';

/** Has the alerts looked through: what belongs together, where to begin, what to keep quiet. */
export function AlertReviewSuggestion(props: {
  alerts: readonly IncidentAlert[];
  mayNot: boolean;
  /** Asks about splitting these off. */
  onSplit(alertIds: string[]): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const language = useLanguageAsked();
  const { incident, triage, refusal } = useTriageState();
  const [review, setReview] = useState<AlertReview>();
  const ask = useAct(async () => {
    setReview(
      await dataOf(
        client.request('post', '/v1/incidents/{incidentId}/review', {
          params: { path: { incidentId: incident.id } },
          body: { language, again: false },
        }),
      ),
    );
  });
  const model = triage.data?.model;
  return (
    <section aria-label={t('review.title')}>
      <More
        summary={t('review.title')}
        open={review !== undefined || undefined}
      >
        <div className={classes.stages}>
          <p className={uiClasses.muted}>{t('review.what')}</p>
          <div className={uiClasses.row}>
            <AskButton
              label={t('review.ask', { who: modelName(model?.model) })}
              model={model}
              refusal={refusal}
              isPending={ask.pending}
              variant="secondary"
              onPress={() => ask.run()}
            />
          </div>
          {ask.failure && <Alert status="danger" icon title={ask.failure} />}
          {review && (
            <EvidenceScope scope={review.run.id} items={review.run.evidence}>
              {review.run.state === 'done' && (
                <ReviewResult
                  review={review}
                  alerts={props.alerts}
                  mayNot={props.mayNot}
                  onSplit={props.onSplit}
                />
              )}
              <RunOutcome run={review.run} />
            </EvidenceScope>
          )}
        </div>
      </More>
    </section>
  );
}
