import type { RollbackPlan } from '@ghostlight/plugin-delivery-common';
import {
  secondsOf,
  uiClasses,
  useAge,
  useOlderThan,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';

/** Whether a plan is too old to be applied, kept up to date. */
export function useHasExpired(plan: RollbackPlan): boolean {
  const from = secondsOf(plan.asOf) ?? 0;
  const until = secondsOf(plan.expiresAt) ?? 0;
  return useOlderThan(from, Math.max(1, until - from));
}

/** For how long a plan can still be applied, in words. */
export function Expiry({ plan }: { plan: RollbackPlan }) {
  const t = useDeliveryText();
  const when = useAge(secondsOf(plan.expiresAt));
  const hasExpired = useHasExpired(plan);
  return (
    <span className={uiClasses.muted} role={hasExpired ? 'status' : undefined}>
      {hasExpired ? t('plan.expired', { when }) : t('plan.expires', { when })}
    </span>
  );
}
