/**
 * Epoch seconds, as the shared components take them, of an instant as APIs give it (ISO 8601).
 * Undefined for what is missing or is no time.
 *
 * @public
 */
export function secondsOf(iso: string | undefined): number | undefined {
  if (iso === undefined) return undefined;
  const at = Date.parse(iso);
  return Number.isNaN(at) ? undefined : at / 1000;
}
