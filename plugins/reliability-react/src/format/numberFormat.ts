const cache = new Map<string, Intl.NumberFormat>();

/** Intl formatters cost far more to make than to use, so each is made once. */
export function numberFormat(
  language: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, options);
    cache.set(key, format);
  }
  return format;
}

/** What stands where a number is not known. */
export const ABSENT = '–';

/**
 * A number that may be unknown.
 *
 * @public
 */
export type Known = number | null | undefined;

export function isKnown(value: Known): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
