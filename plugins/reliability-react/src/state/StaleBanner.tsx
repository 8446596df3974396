import { Button } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import { useAge } from '../time/useAge';
import { explain } from './explain';
import { StateShape } from './StateShape';
import classes from './state.module.css';

/**
 * Properties of {@link StaleBanner}.
 *
 * @public
 */
export interface StaleBannerProps {
  /** Epoch seconds of the numbers that are shown. */
  asOf: number | null | undefined;
  /** Why refreshing fails; without it the numbers are just old. */
  error?: unknown;
  /** Offers to try again. */
  onRetry?: () => void;
}

/**
 * Says how old the numbers are when they are older than they should be. The
 * numbers stay.
 *
 * @public
 */
export function StaleBanner(props: StaleBannerProps) {
  const { asOf, error, onRetry } = props;
  const { t } = useTexts();
  const age = useAge(asOf);
  return (
    <div role="status" className={classes.banner}>
      <StateShape kind="stale" />
      <span>
        {error
          ? t('state.stale', {
              age,
              reason: explain(error).message ?? t('state.unknown'),
            })
          : t('state.staleOld', { age })}
      </span>
      {onRetry && (
        <Button size="small" variant="tertiary" onPress={onRetry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}
