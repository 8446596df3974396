import type { JsonValue } from '@backstage/types';
import type { SignatureCheck } from '@ghostlight/reliability-node';
import type { ChangeReport } from './ChangeReport';

/**
 * What a delivery says. Items that cannot be understood are set aside; the others go on.
 *
 * @public
 */
export interface ChangeReading {
  changes: ChangeReport[];
  /** One per item that makes no sense. `field` is a path such as `deployment.sha`. */
  rejected?: { reason: string; field?: string }[];
  /** Identity of the delivery at the sender, by which a repeat is known. */
  deliveryId?: string;
}

/**
 * Turns one vendor's payload into changes. Pure: no clock, no network, no state.
 *
 * @public
 */
export interface ChangeAdapter {
  /** In the address and the configuration: `gitlab`. */
  id: string;
  title: string;
  /** The vendor's contract and its version. */
  contract: string;
  /** Headers that `read` wants to see, in lower case. */
  headers?: string[];
  signature?: SignatureCheck;
  /**
   * @throws InputError when nothing in the body makes sense; its message names the field and the fix
   */
  read(delivery: {
    body: JsonValue;
    headers: Record<string, string>;
    receivedAt: number;
  }): ChangeReading;
}
