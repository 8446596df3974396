import type { JsonObject } from '@backstage/types';

/** Characters of a text that is kept. */
export const textCap = 2_000;

/** Text as it is kept: without NUL, which PostgreSQL cannot store, and not longer than `cap`. */
export function capText(text: string, cap: number = textCap): string {
  const clean = text.replaceAll('\u0000', '');
  return clean.length > cap ? `${clean.slice(0, cap - 1)}…` : clean;
}

/**
 * JSON as it will be read again, whatever else was in it; or how large it was, when that is more than
 * `cap` characters.
 */
export function capJson(value: JsonObject, cap: number): JsonObject {
  const text = JSON.stringify(value);
  return text.length > cap
    ? { truncated: true, length: text.length }
    : (JSON.parse(text) as JsonObject);
}

/** What is said about something thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
