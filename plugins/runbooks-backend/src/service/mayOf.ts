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

/**
 * Of those who may, only who is named, where somebody is.
 *
 * @param claims - the entities that the caller speaks for; of nobody in particular nothing
 */
export function onlyNamed(
  may: May,
  approvers: string[],
  claims: string[] | undefined,
): May {
  const who = approvers.length ? approvers : may.who;
  if (!may.allowed) return { ...may, who };
  if (!claims) return { ...mayOf(false, {}), who };
  return isNamed(approvers, claims)
    ? { ...may, who }
    : { ...mayOf(false, { ownerRef: approvers.join(', ') }), who };
}

/** Whether it is theirs to approve. */
export function isNamed(approvers: string[], claims: string[]): boolean {
  return !approvers.length || approvers.some(ref => claims.includes(ref));
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
