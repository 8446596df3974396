import { isError } from '@backstage/errors';
import type {
  EpochMs,
  OncallSchedule,
  OncallSource,
} from '@ghostlight/plugin-incidents-node';
import type { KnownSchedule } from './StoredSchedule';

const hour = 3_600_000;
const day = 24 * hour;
/** So far back and ahead sources are asked. No vendor tells more than 90 days ahead. */
const daysBack = 14;
const daysAhead = 42;

export interface Question {
  source: OncallSource;
  ownerRef: string;
  annotated?: { annotation: string; value: string };
  /** Milliseconds after which it counts as not answered. */
  timeoutMs: number;
  now: () => EpochMs;
  signal?: AbortSignal;
}

/**
 * Asks a source for the rotation of an owner. A failure is part of what is known, not thrown; a
 * source that does not heed its signal is left waiting alone.
 */
export async function askSource(question: Question): Promise<KnownSchedule> {
  const { source, ownerRef, annotated, timeoutMs, now } = question;
  const triedAt = now();
  const from = Math.floor(triedAt / hour) * hour - daysBack * day;
  const to = from + (daysBack + daysAhead) * day;
  const known = {
    source: source.name,
    ownerRef,
    ...(annotated && { annotated }),
    triedAt,
  };
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = question.signal
    ? AbortSignal.any([question.signal, timeout])
    : timeout;
  try {
    const schedule = await Promise.race([
      source.schedule({
        owner: ownerRef,
        ...(annotated && { annotated }),
        from,
        to,
        signal,
      }),
      aborted(signal),
    ]);
    return {
      ...known,
      ...(schedule && { schedule: { ...tidy(schedule, from, to), from, to } }),
      fetchedAt: triedAt,
    };
  } catch (error) {
    const message = timeout.aborted
      ? `No answer within ${timeoutMs / 1000} seconds`
      : messageOf(error);
    return { ...known, error: message };
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/** Without what is outside of the span or lasts no time, in order. */
function tidy(
  schedule: OncallSchedule,
  from: EpochMs,
  to: EpochMs,
): OncallSchedule {
  const shifts = schedule.shifts
    .map(shift => ({
      ...shift,
      from: Math.max(from, shift.from),
      to: Math.min(to, shift.to),
    }))
    .filter(shift => shift.from < shift.to && shift.people.length)
    .sort((a, b) => a.level - b.level || a.from - b.from || a.to - b.to);
  return { ...schedule, shifts };
}

/** Why a source did not answer, in words that can be kept. */
export function messageOf(error: unknown): string {
  const text = isError(error) ? error.message : String(error);
  // PostgreSQL keeps no NUL.
  return (
    text.replaceAll('\0', '').slice(0, 500) || 'It failed without a reason'
  );
}
