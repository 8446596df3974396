import { Button } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import { explain } from './explain';
import { StateShape } from './StateShape';
import classes from './state.module.css';

/**
 * Properties of {@link ErrorState}.
 *
 * @public
 */
export interface ErrorStateProps {
  /** Its message is shown; a `ResponseError` also gives status and reference. */
  error: unknown;
  /** What failed to load, such as “Objectives”. */
  what?: string;
  /** Offers to try again. */
  onRetry?: () => void;
  /** An attempt is under way. */
  isRetrying?: boolean;
}

/**
 * What failed, why as far as is known, a retry, and a reference to tell whoever
 * runs the portal.
 *
 * @public
 */
export function ErrorState(props: ErrorStateProps) {
  const { error, what, onRetry, isRetrying = false } = props;
  const { t } = useTexts();
  const { message, reference } = explain(error);
  return (
    <div role="alert" className={classes.state}>
      <p className={classes.sentence}>
        <StateShape kind="error" />
        {what ? t('state.failed', { what }) : t('state.failedPlain')}
      </p>
      <p className={classes.next}>{message ?? t('state.unknown')}</p>
      {reference && (
        <p className={classes.reference}>
          {t('state.reference', { reference })}
        </p>
      )}
      {onRetry && (
        <div className={classes.actions}>
          <Button
            size="small"
            variant="secondary"
            isDisabled={isRetrying}
            onPress={onRetry}
          >
            {isRetrying ? t('state.retrying') : t('state.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
