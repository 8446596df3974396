import type { ActOutcome, ReadBack } from '@ghostlight/plugin-delivery-node';
import { VendorError } from '@ghostlight/reliability-node';
import type { GitHub } from '../client/GitHub';

/** What an effect is given. */
export interface EffectCall {
  github: GitHub;
  actionId: string;
  signal: AbortSignal;
  /** Ask whether it would be taken, and change nothing. */
  dryRun?: boolean;
}

/** One way to change something at GitHub, from what a plan pinned. */
export interface Effect {
  write(pinned: unknown, call: EffectCall): Promise<ActOutcome>;
  readBack(pinned: unknown, call: EffectCall): Promise<ReadBack>;
}

export function refuse(error: string): ActOutcome {
  return { state: 'refused', error };
}

/** GitHub's refusal in its words; what leaves it open what became of the request is thrown. */
export async function orRefused(
  work: () => Promise<ActOutcome>,
): Promise<ActOutcome> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) return refuse(error.message);
    throw error;
  }
}

export function isRefusal(
  error: unknown,
  status?: number,
): error is VendorError {
  return (
    error instanceof VendorError &&
    error.refused &&
    error.reason !== 'rate-limited' &&
    (status === undefined || error.status === status)
  );
}
