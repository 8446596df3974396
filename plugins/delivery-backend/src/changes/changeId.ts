import { createHash } from 'node:crypto';

/** Id of a change: the same on every replica, and known before the change is. Has the form of a UUID. */
export function changeId(source: string, key: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([source, key]))
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
