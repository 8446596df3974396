import type { Formats } from '@ghostlight/reliability-react';

/** The time of day in another's zone, “22:04”; undefined where the zone is not known. */
export function timeThere(
  timeZone: string | undefined,
  format: Formats,
  now: number = Date.now() / 1000,
): string | undefined {
  if (!timeZone) return undefined;
  try {
    return format.time(now, 'time', { timeZone });
  } catch {
    // A zone that this browser does not know.
    return undefined;
  }
}
