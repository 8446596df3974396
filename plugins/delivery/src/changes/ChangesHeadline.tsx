import type { Change } from '@ghostlight/plugin-delivery-common';
import {
  pageClasses as classes,
  secondsOf,
  useFormats,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';

/** How many changed, and how many of those failed, of what has been read. */
export function ChangesHeadline(props: {
  changes: Change[];
  hasMore: boolean;
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const { changes, hasMore } = props;
  const count = changes.length;
  if (count === 0) return null;
  const since = format.time(secondsOf(changes[count - 1].startedAt));
  const failed = changes.filter(({ outcome }) => outcome === 'failed').length;
  return (
    <h2 className={classes.sentence}>
      {hasMore
        ? t('changes.headMore', { number: format.count(count), since })
        : t('changes.head', { count, since })}{' '}
      {failed > 0
        ? t('changes.headFailed', { count: failed })
        : t('changes.headNoneFailed')}
    </h2>
  );
}
