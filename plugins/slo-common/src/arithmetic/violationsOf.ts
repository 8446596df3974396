import type { Bucket, Violation } from '../api/types';
import type { EpochSeconds } from '../objective';

/**
 * Runs of buckets below the target, oldest first. A gap neither ends nor extends a run; a bucket
 * without events does neither too. A run that reaches the newest measured bucket is ongoing.
 *
 * @public
 */
export function violationsOf(options: {
  /** Oldest first, of one width. */
  buckets: Pick<Bucket, 'start' | 'good' | 'total'>[];
  width: number;
  target: number;
  /** Bad events the window's budget allows, to say what share a run has spent. */
  allowedEvents?: number;
  /** End of the last bucket when it is not over yet. */
  until?: EpochSeconds;
}): Violation[] {
  const { buckets, width, target, allowedEvents, until = Infinity } = options;
  const found: Violation[] = [];
  let open: Violation | undefined;
  for (const { start, good, total } of buckets) {
    if (total <= 0) continue;
    const ratio = good / total;
    if (ratio >= target) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = { start, end: start, bad: 0, total: 0, worst: 1 };
      found.push(open);
    }
    open.end = Math.min(start + width, until);
    open.bad += Math.max(0, total - good);
    open.total += total;
    open.worst = Math.min(open.worst, Math.max(0, ratio));
  }
  if (open) open.ongoing = true;
  if (allowedEvents) {
    for (const run of found) run.budgetSpent = run.bad / allowedEvents;
  }
  return found;
}
