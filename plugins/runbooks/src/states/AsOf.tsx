import { RelativeTime, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

/** How old what is shown is. */
export function AsOf(props: {
  /** From the query, epoch seconds; nothing is shown before there is something. */
  loadedAt: number | undefined;
}) {
  const t = useRunbooksText();
  const { loadedAt } = props;
  if (loadedAt === undefined) return null;
  return (
    <span className={uiClasses.muted}>
      {t('words.asOf')} <RelativeTime at={loadedAt} />
    </span>
  );
}
