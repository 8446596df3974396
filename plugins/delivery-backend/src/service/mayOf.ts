import type { May } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import type { ReleaseResource } from './releaseRules';

/** Without decorator nobody is told that they may not. */
export const anybody: May = { allowed: true, who: [] };

/** Whether somebody may, why they may not, and who may. */
export function mayOf(
  allowed: boolean,
  { ownerRef }: ReleaseResource,
  why: 'owner' | 'requester' = 'owner',
): May {
  const who = ownerRef ? [ownerRef] : [];
  if (allowed) return { allowed, who };
  if (why === 'requester')
    return {
      allowed,
      who,
      why: say(
        'may.requester',
        'You asked for it; somebody else has to agree.',
      ),
    };
  return {
    allowed,
    who,
    why: ownerRef
      ? say('may.owner', `Only ${ownerRef} may do this.`, { owner: ownerRef })
      : say('may.nobody', 'You do not have the permission for this.'),
  };
}
