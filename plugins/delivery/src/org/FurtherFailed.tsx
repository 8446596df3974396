import { Alert, Button, messageOf } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import classes from './org.module.css';

/** The next page of a list could not be read: why, and again. */
export function FurtherFailed(props: {
  pages: { moreError: Error | undefined; loadMore(): void };
}) {
  const t = useDeliveryText();
  const { moreError, loadMore } = props.pages;
  if (!moreError) return null;
  return (
    <div role="alert" className={classes.line}>
      <Alert
        status="danger"
        icon
        title={t('overview.moreFailed', { why: messageOf(moreError) })}
      />
      <Button size="small" variant="secondary" onPress={loadMore}>
        {t('overview.again')}
      </Button>
    </div>
  );
}
