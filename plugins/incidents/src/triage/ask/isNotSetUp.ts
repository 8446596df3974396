import type { ModelAvailability } from '@ghostlight/plugin-incidents-common';

/** Whether this portal asks no model at all, rather than not just now. */
export function isNotSetUp({ available, why }: ModelAvailability): boolean {
  return (
    !available &&
    (why?.code === 'triage.unavailable.no-key' ||
      why?.code === 'triage.unavailable.no-model')
  );
}
