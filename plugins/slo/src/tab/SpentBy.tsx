import type { ObjectiveDetail } from '@ghostlight/plugin-slo-common';
import { useFormats } from '@ghostlight/reliability-react';
import shared from '../slo.module.css';
import { useSloText } from '../translation';

/** What each version spent of the budget while it ran, in a line; nothing where no change is known. */
export function SpentBy({ detail }: { detail?: ObjectiveDetail }) {
  const t = useSloText();
  const format = useFormats();
  const spent = detail?.spentBy;
  if (!spent || !(spent.total > 0)) return null;
  const parts = spent.versions.map(
    ({ version, minutes }) => `${version} ${format.minutes(minutes)}`,
  );
  // Less than the rounding of the others is no part of its own.
  if (spent.unattributed >= 0.05)
    parts.push(
      t('tab.unattributed', { minutes: format.minutes(spent.unattributed) }),
    );
  return (
    <p className={shared.muted}>
      {t('tab.spentBy')} {parts.join(' · ')}
    </p>
  );
}
