/**
 * A time zone's name when it is one of the IANA database, as vendors do not always give.
 *
 * @public
 */
export function ianaZone(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) && text;
  } catch {
    return undefined;
  }
}
