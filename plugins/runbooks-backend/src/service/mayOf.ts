import type { May } from '@ghostlight/plugin-runbooks-common';
import { say, type EntityResource } from '@ghostlight/reliability-node';

/** Without decorator nobody is told that they may not. */
export const anybody: May = { allowed: true, who: [] };

/** Whether somebody may, why they may not, and who may. */
export function mayOf(
  allowed: boolean,
  { ownerRef }: Pick<EntityResource, 'ownerRef'>,
): May {
  const who = ownerRef ? [ownerRef] : [];
  if (allowed) return { allowed, who };
  return {
    allowed,
    who,
    why: ownerRef
      ? say('may.owner', `Only ${ownerRef} may do this.`, { owner: ownerRef })
      : say('may.nobody', 'You do not have the permission for this.'),
  };
}

/** Whoever asked for something cannot be who agrees to it. */
export function notRequester(may: May, isRequester: boolean): May {
  return may.allowed && isRequester
    ? {
        allowed: false,
        who: may.who,
        why: say(
          'may.requester',
          'You asked for it; somebody else has to agree.',
        ),
      }
    : may;
}
