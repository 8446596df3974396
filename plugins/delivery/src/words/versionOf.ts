import type { Change } from '@ghostlight/plugin-delivery-common';

/** What a change is called in a line: its version, else its title. */
export function versionOf(change: Pick<Change, 'version' | 'title'>): string {
  return change.version ?? change.title;
}

/** A digest or commit as people compare it. */
export function shortHash(hash: string): string {
  const [, digest] = /^sha256:([0-9a-f]{12})/.exec(hash) ?? [];
  return digest ?? (/^[0-9a-f]{12,}$/i.test(hash) ? hash.slice(0, 9) : hash);
}
