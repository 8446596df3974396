import { createHash } from 'node:crypto';

/** A caller's own key in a form that no other caller's can be, and that fits every column. */
export function keyOf(caller: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([caller, key]))
    .digest('base64url');
}
