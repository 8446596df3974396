import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Alert as IncidentAlert,
  AlertReview,
} from '@ghostlight/plugin-incidents-common';
import { More, uiClasses } from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { EvidenceScope } from '../evidence/EvidenceContext';
import { AskFor } from './AskFor';
import { ReviewResult } from './ReviewResult';
import { RunOutcome } from './RunOutcome';
import { useSuggestion } from './useSuggestion';
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
  const { made: review, ask } = useSuggestion<AlertReview>(about =>
    client.request('post', '/v1/incidents/{incidentId}/review', about),
  );
  return (
    <section aria-label={t('review.title')}>
      <More
        summary={t('review.title')}
        open={review !== undefined || undefined}
      >
        <div className={classes.stages}>
          <p className={uiClasses.muted}>{t('review.what')}</p>
          <AskFor ask={ask} label={who => t('review.ask', { who })} />
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
