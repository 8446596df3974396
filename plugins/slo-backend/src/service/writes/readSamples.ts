import type { Minute, PushResult, Sample } from '@ghostlight/plugin-slo-common';

/** A sample that can be taken. */
export interface ReadSample {
  /** Its place in the batch. */
  index: number;
  ref: string;
  minute: Minute;
  good: number;
  total: number;
}

/**
 * Sorts a batch into what can be taken and what cannot, each with the field and the fix. A later
 * value for the same objective and minute replaces an earlier one.
 */
export function readSamples(
  samples: Sample[],
  options: {
    /** The first minute that is not over yet. */
    open: Minute;
    /** The oldest minute that is kept at all. */
    oldest: Minute;
    /** What is wrong with pushing for this objective, if anything. */
    refuse: (ref: string) => string | undefined;
  },
): { taken: ReadSample[]; rejected: PushResult['rejected'] } {
  const taken = new Map<string, ReadSample>();
  const rejected: PushResult['rejected'] = [];
  samples.forEach((sample, index) => {
    const refusal = check(sample, options);
    if (refusal) {
      rejected.push({ index, ...refusal });
      return;
    }
    const { ref, good, total } = sample;
    const minute = Date.parse(sample.minute) / 60_000;
    taken.set(`${minute} ${ref}`, { index, ref, minute, good, total });
  });
  return { taken: [...taken.values()], rejected };
}

function check(
  sample: Sample,
  options: Parameters<typeof readSamples>[1],
): { field: string; reason: string } | undefined {
  const { ref, good, total } = sample;
  const refused = options.refuse(ref);
  if (refused) return { field: 'ref', reason: refused };
  const reason = checkMinute(Date.parse(sample.minute) / 60_000, options);
  if (reason) return { field: 'minute', reason };
  if (!Number.isFinite(total) || total < 0)
    return { field: 'total', reason: 'must be a finite number, 0 or more' };
  if (!Number.isFinite(good) || good < 0)
    return { field: 'good', reason: 'must be a finite number, 0 or more' };
  if (good > total)
    return { field: 'good', reason: `must not be more than total, ${total}` };
  return undefined;
}

function checkMinute(
  minute: number,
  { open, oldest }: { open: Minute; oldest: Minute },
): string | undefined {
  if (Number.isNaN(minute))
    return 'must be an instant such as 2026-01-31T10:05:00Z';
  if (!Number.isInteger(minute))
    return 'must be the start of a minute: seconds 00, no fraction';
  if (minute > open)
    return 'is in the future; is the clock of the sender right?';
  if (minute === open) return 'is not over yet; send it when it has ended';
  if (minute < oldest)
    return `is older than what is kept; the oldest taken is ${new Date(
      oldest * 60_000,
    ).toISOString()}`;
  return undefined;
}
