import type { Freeze } from '@ghostlight/plugin-delivery-common';

/** Whether it holds things back now. */
export function isInForce(
  { from, until }: Pick<Freeze, 'from' | 'until'>,
  now: number = Date.now(),
): boolean {
  return Date.parse(from) <= now && now < Date.parse(until);
}
