import { Alert, Button } from '@backstage/ui';
import { messageOf } from '../act/useAct';
import { pageClasses } from '../layout/pageClasses';
import { useTexts } from '../texts/useTexts';

/**
 * The next page of a list could not be read: why, and again.
 *
 * @public
 */
export function FurtherFailed(props: {
  /** From {@link useLivePages}. */
  pages: { moreError: Error | undefined; loadMore(): void };
}) {
  const { t } = useTexts();
  const { moreError, loadMore } = props.pages;
  if (!moreError) return null;
  return (
    <div role="alert" className={pageClasses.line}>
      <Alert
        status="danger"
        icon
        title={t('state.moreFailed', { why: messageOf(moreError) })}
      />
      <Button size="small" variant="secondary" onPress={loadMore}>
        {t('state.retry')}
      </Button>
    </div>
  );
}
