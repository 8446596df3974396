import type { Facts } from '../facts';

const hostForm = /^[^:/]+\.[a-z]{2,}$/i;
const outsideTypes = /external|third.?party|saas/i;

/** Nobody here runs it: it has a host's name, or the catalog lists others only. */
export function isOutside(ref: string, { nodes }: Facts): boolean {
  const node = nodes.get(ref);
  return (
    node?.isKnown === false ||
    hostForm.test(ref) ||
    outsideTypes.test(node?.entity?.type ?? '')
  );
}
