import type { Said } from '@ghostlight/plugin-incidents-common';

/** What is kept beside a sentence: its code and parameters, or nothing in rows of before they were kept. */
export function readSaid(column: string | null | undefined): Said | undefined {
  return column ? JSON.parse(column) : undefined;
}

export function writeSaid(said: Said | undefined): string | null {
  return said ? JSON.stringify(said) : null;
}
