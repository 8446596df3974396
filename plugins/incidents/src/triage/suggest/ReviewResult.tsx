import type { Alert, AlertReview } from '@ghostlight/plugin-incidents-common';
import { Button, uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { ClaimText } from '../analysis/ClaimText';
import { alertKinds, countOf, type AlertKind } from './alertKinds';
import { KindLine } from './KindLine';
import { QuietKind } from './QuietKind';
import classes from '../triage.module.css';

/**
 * What a review of alerts suggests: where to look first, what shares a cause, what does not belong here, what
 * could be kept quiet. Each suggestion is accepted by hand, or left.
 */
export function ReviewResult(props: {
  review: AlertReview;
  alerts: readonly Alert[];
  mayNot: boolean;
  onSplit(alertIds: string[]): void;
}) {
  const t = useIncidentsText();
  const { review, mayNot, onSplit } = props;
  const { language } = review.run;
  const { kindsOf, rest } = alertKinds(review, props.alerts);
  const quiet = new Set(review.suppress.map(each => each.alertId));

  const lines = (kinds: AlertKind[]) => (
    <ol className={classes.lines}>
      {kinds.map(kind => (
        <li key={kind.id}>
          <KindLine kind={kind}>
            {kind.id === review.primary && (
              <strong className={classes.primary}>{t('review.primary')}</strong>
            )}
            {quiet.has(kind.id) && (
              <span className={uiClasses.muted}>{t('review.quiet')}</span>
            )}
          </KindLine>
        </li>
      ))}
    </ol>
  );

  return (
    <div className={classes.stages}>
      {review.first && (
        <div className={classes.part}>
          <h4 className={classes.subtitle}>{t('review.first')}</h4>
          <ClaimText claim={review.first} language={language} />
        </div>
      )}
      {review.order.length > 0 && (
        <p className={uiClasses.muted}>{t('review.order')}</p>
      )}
      {review.groups.map(group => {
        const kinds = kindsOf(group.alertIds);
        const count = countOf(kinds);
        const isApart = group.related === false;
        return (
          <div key={group.alertIds.join()} className={classes.part}>
            <h4 className={classes.subtitle}>
              {isApart
                ? t('review.apart', { count })
                : t('review.together', { count })}
            </h4>
            <ClaimText claim={group.why} language={language} />
            {lines(kinds)}
            {isApart && (
              <div className={uiClasses.row}>
                <Button
                  size="small"
                  variant="secondary"
                  isDisabled={mayNot}
                  onPress={() =>
                    onSplit(
                      kinds.flatMap(({ alerts }) =>
                        alerts.map(each => each.id),
                      ),
                    )
                  }
                >
                  {t('review.split')}
                </Button>
                <span className={uiClasses.muted}>{t('review.splitHint')}</span>
              </div>
            )}
          </div>
        );
      })}
      {rest.length > 0 && (
        <div className={classes.part}>
          <h4 className={classes.subtitle}>
            {t('review.rest', { count: countOf(rest) })}
          </h4>
          {lines(rest)}
        </div>
      )}
      {review.suppress.length > 0 && (
        <div className={classes.part}>
          <h4 className={classes.subtitle}>
            {t('review.suppress', { count: review.suppress.length })}
          </h4>
          <ul className={classes.stack}>
            {review.suppress.map(({ alertId, why }) => (
              <QuietKind
                key={alertId}
                kind={kindsOf([alertId])[0]}
                why={why}
                language={language}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
