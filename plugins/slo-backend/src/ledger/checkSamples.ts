import type { MinuteSample } from '@ghostlight/plugin-slo-node';
import type { Minute } from '@ghostlight/plugin-slo-common';

/** A sample that was not taken, and why. */
export interface RejectedSample {
  minute: Minute;
  reason: string;
}

/**
 * The samples that can be counted, oldest first, the last of a minute winning. Nothing that is not
 * a number gets past this point.
 */
export function checkSamples(
  samples: MinuteSample[],
  now: Minute,
): { samples: MinuteSample[]; rejected: RejectedSample[] } {
  const taken = new Map<Minute, MinuteSample>();
  const rejected: RejectedSample[] = [];
  for (const sample of samples) {
    const reason = reasonAgainst(sample, now);
    if (reason) rejected.push({ minute: sample.minute, reason });
    else {
      const good = Math.min(sample.good, sample.total);
      taken.set(sample.minute, { ...sample, good });
    }
  }
  return {
    samples: [...taken.values()].sort((a, b) => a.minute - b.minute),
    rejected,
  };
}

function reasonAgainst(
  { minute, good, total }: MinuteSample,
  now: Minute,
): string | undefined {
  if (!Number.isInteger(minute) || minute < 0) {
    return 'the minute is not a whole number since the epoch';
  }
  if (minute >= now) return 'the minute is not over yet';
  if (!Number.isFinite(good) || !Number.isFinite(total)) {
    return 'good and total must be finite numbers';
  }
  if (good < 0 || total < 0) return 'good and total must not be negative';
  if (good > total * (1 + 1e-9)) return 'good is more than total';
  if (total > 1e12) return 'total is more than 1e12 in a minute';
  return undefined;
}
