import { secondsOf, useOlderThan, When } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

/** Whether an instant is past, kept up to date. */
export function useIsPast(iso: string | undefined): boolean {
  return useOlderThan(secondsOf(iso), 0.001);
}

/** Until when somebody may decide: the time, and how far off it is. */
export function Until({ iso }: { iso: string }) {
  const t = useRunbooksText();
  const isPast = useIsPast(iso);
  return (
    <>
      {t(isPast ? 'approvals.ranOut' : 'approvals.until')}{' '}
      <When iso={iso} absolute />
    </>
  );
}
