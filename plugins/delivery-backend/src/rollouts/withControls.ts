import type { May, Rollout } from '@ghostlight/plugin-delivery-common';
import type { DescribedRollout } from './describeRollout';

/** The rollout as the API has it, with who may drive it. */
export function withControls(
  { controls, ownerRef: _, systemRef: __, ...rollout }: DescribedRollout,
  may: May,
): Rollout {
  return {
    ...rollout,
    controls: controls.map(action => ({ action, may })),
  };
}
