import type {
  Alert as IncidentAlert,
  AlertReview,
} from '@ghostlight/plugin-incidents-common';
import { Button, uiClasses, useUrlState } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { SilenceDialog } from '../../alerts/SilenceDialog';
import { partsUrl } from '../../incident/parts/partsUrl';
import { useIncidentsText } from '../../translation';
import { ClaimText } from '../analysis/ClaimText';
import classes from '../triage.module.css';

/** What a review of alerts suggests; each suggestion is accepted by hand, or left. */
export function ReviewResult(props: {
  review: AlertReview;
  alerts: readonly IncidentAlert[];
  mayNot: boolean;
  onSplit(alertIds: string[]): void;
}) {
  const t = useIncidentsText();
  const { review, mayNot, onSplit } = props;
  const { language } = review.run;
  const [silencing, setSilencing] = useState<IncidentAlert>();
  const alertOf = (id: string) => props.alerts.find(each => each.id === id);

  return (
    <div className={classes.columns}>
      {review.primary && (
        <div>
          <h4 className={classes.subtitle}>{t('review.primary')}</h4>
          <AlertTitle id={review.primary} alert={alertOf(review.primary)} />
        </div>
      )}
      {review.first && (
        <div>
          <h4 className={classes.subtitle}>{t('review.first')}</h4>
          <ClaimText claim={review.first} language={language} />
        </div>
      )}
      {review.groups.length > 0 && (
        <div>
          <h4 className={classes.subtitle}>{t('review.groups')}</h4>
          <ol className={classes.stack}>
            {review.groups.map(group => (
              <li key={group.alertIds.join()} className={classes.hypothesis}>
                <ul className={uiClasses.bullets}>
                  {group.alertIds.map(id => (
                    <li key={id}>
                      <AlertTitle id={id} alert={alertOf(id)} />
                    </li>
                  ))}
                </ul>
                <ClaimText claim={group.why} language={language} />
                {group.related === false && (
                  <div className={uiClasses.row}>
                    <span className={uiClasses.muted}>
                      {t('review.unrelated')}
                    </span>
                    <Button
                      size="small"
                      variant="secondary"
                      isDisabled={mayNot}
                      onPress={() => onSplit(group.alertIds)}
                    >
                      {t('review.split')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
      {review.order.length > 0 && (
        <div>
          <h4 className={classes.subtitle}>{t('review.order')}</h4>
          <ol className={uiClasses.bullets}>
            {review.order.map(id => (
              <li key={id}>
                <AlertTitle id={id} alert={alertOf(id)} />
              </li>
            ))}
          </ol>
        </div>
      )}
      {review.suppress.length > 0 && (
        <div>
          <h4 className={classes.subtitle}>{t('review.suppress')}</h4>
          <ul className={classes.stack}>
            {review.suppress.map(({ alertId, why }) => {
              const alert = alertOf(alertId);
              return (
                <li key={alertId} className={classes.hypothesis}>
                  <AlertTitle id={alertId} alert={alert} />
                  <ClaimText claim={why} language={language} />
                  {alert && (
                    <div>
                      <Button
                        size="small"
                        variant="secondary"
                        isDisabled={mayNot}
                        aria-label={t('review.silenceLabel', {
                          title: alert.title,
                        })}
                        onPress={() => setSilencing(alert)}
                      >
                        {t('review.silence')}
                      </Button>
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {silencing && (
        <SilenceDialog
          alert={silencing}
          onClose={() => setSilencing(undefined)}
          onDone={() => setSilencing(undefined)}
        />
      )}
    </div>
  );
}

/** An alert by its title, to be opened below; by its id when it is not among those that are read. */
function AlertTitle(props: { id: string; alert: IncidentAlert | undefined }) {
  const [, setUrl] = useUrlState(partsUrl);
  const { id, alert } = props;
  return alert ? (
    <Button
      size="small"
      variant="tertiary"
      onPress={() => setUrl({ alert: id })}
    >
      {alert.title}
    </Button>
  ) : (
    <span>{id}</span>
  );
}
