import { createHash } from 'node:crypto';

/** Label of what an action made; nothing else is removed. */
export const madeLabel = 'ghostlight.dev/made-by';
export const madeBy = 'runbooks';

/** The same name for the same action, so that nothing is made twice. */
export function madeName(actionId: string): string {
  const digest = createHash('sha256').update(actionId).digest('hex');
  return `ghostlight-${digest.slice(0, 20)}`;
}
