import type { ReadBack, Settling } from '@ghostlight/plugin-runbooks-node';
import { VendorError } from '@ghostlight/reliability-node';
import type { Endpoint } from './Endpoint';
import { sendOnce } from './sendOnce';

/** How a call whose answer was lost can be looked for. */
export interface Traceable extends Endpoint {
  /** Whether the receiver heeds the key, so that a repetition does no harm. */
  idempotent: boolean;
  /** Address that tells of a call, with `{actionId}`. */
  status?: string;
}

/** Asks what became of a call, where the configuration says how. */
export async function lookAfter(
  endpoint: Traceable,
  settling: Settling,
  { actionId, signal }: { actionId: string; signal: AbortSignal },
): Promise<ReadBack> {
  const { status: template, idempotent } = endpoint;
  const look = settling.look(actionId);
  if (template) {
    const url = new URL(
      template.replaceAll('{actionId}', encodeURIComponent(actionId)),
    );
    try {
      await sendOnce(endpoint, { method: 'GET', url, signal });
      return { state: 'applied' };
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      if (error.status !== 404 && error.status !== 410)
        return { state: 'unknown', error: error.message };
      return look.absent('The call');
    }
  }
  if (idempotent) return { state: 'absent' };
  return {
    state: 'unknown',
    error:
      'The answer was lost, and the configuration names no address that tells whether the call was heard',
  };
}
