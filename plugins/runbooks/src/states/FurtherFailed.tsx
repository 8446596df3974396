import { Alert, Button, messageOf } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import classes from '../org/org.module.css';

/** The next page of a list could not be read: why, and again. */
export function FurtherFailed(props: {
  pages: { moreError: Error | undefined; loadMore(): void };
}) {
  const t = useRunbooksText();
  const { moreError, loadMore } = props.pages;
  if (!moreError) return null;
  return (
    <div role="alert" className={classes.line}>
      <Alert
        status="danger"
        icon
        title={t('state.moreFailed', { why: messageOf(moreError) })}
      />
      <Button size="small" variant="secondary" onPress={loadMore}>
        {t('state.again')}
      </Button>
    </div>
  );
}
