import type { JsonValue } from '@backstage/types';

/** A valid delivery, to test with. */
export interface Example {
  title: string;
  body: JsonValue;
  headers?: Record<string, string>;
  /** Where the list of items is in the body; `[]` for a body that is the list. Absent for one thing. */
  items?: (string | number)[];
  /** Where in the body a text is that is JSON itself. */
  text?: string[];
}

export const receivedAt = Date.parse('2026-11-21T10:20:00Z');
