import type { JsonValue } from '@backstage/types';
import type { SignatureCheck } from '@ghostlight/reliability-node';
import type {
  AlertEvent,
  ChangeEvent,
  EpochMs,
  FindingEvent,
} from './AlertEvent';

/**
 * What an adapter is given: one delivery.
 *
 * @public
 */
export interface Delivery {
  /** The body as parsed JSON. */
  body: JsonValue;
  /** Lower-case names; only those that {@link Adapter.headers} asks for. */
  headers: Record<string, string>;
  receivedAt: EpochMs;
}

/**
 * What a delivery says. Items that cannot be understood are set aside; the others go on.
 *
 * @public
 */
export interface Reading {
  alerts: AlertEvent[];
  changes?: ChangeEvent[];
  findings?: FindingEvent[];
  /** One per item that makes no sense. `field` is a path such as `alerts[3].startsAt`. */
  rejected?: { reason: string; field?: string; raw: JsonValue }[];
  /** Alerts that the sender says it left out. */
  truncated?: number;
  /** Identity of the delivery at the sender, by which a repeat is known. */
  deliveryId?: string;
}

/**
 * Turns one vendor's payload into ours. Pure: no clock, no network, no state.
 *
 * @public
 */
export interface Adapter {
  /** In the address and the configuration: `alertmanager`. */
  id: string;
  /** For people: `Prometheus Alertmanager`. */
  title: string;
  /** The vendor's contract and its version: `webhook version 4`. */
  contract: string;
  /** Headers that `read` wants to see, in lower case. */
  headers?: string[];
  signature?: SignatureCheck;
  /**
   * @throws InputError when nothing in the body makes sense; its message names the field and the fix
   */
  read(delivery: Delivery): Reading;
}
