import type { Sentence } from '@ghostlight/plugin-delivery-common';

/** A title in English, and by code for other languages. */
export function titled(
  code: string,
  title: string,
  params?: Record<string, string | number>,
): { title: string; titleSaid: Sentence } {
  return { title, titleSaid: { code, text: title, ...(params && { params }) } };
}
