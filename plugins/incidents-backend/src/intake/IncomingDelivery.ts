import type { EpochMs } from '@ghostlight/plugin-incidents-node';

/** An alert, a change or a finding as the inbox keeps it. */
export interface InboxEvent {
  kind: 'alert' | 'change' | 'finding';
  /** The event without `raw`, JSON. */
  event: string;
  /** What the vendor sent about it, JSON. */
  raw: string;
}

/** An item that could not be understood. */
export interface QuarantinedItem {
  reason: string;
  /** What `reason` says: code and parameters, JSON. */
  said?: string;
  /** Where in the body, as a path. */
  field?: string;
  /** The item, JSON. */
  raw: string;
  /** The body with this item alone, JSON: what to read again. Undefined when that is `raw`. */
  body?: string;
}

/** A delivery, read and ready to be kept. All its texts are such as both databases keep. */
export interface IncomingDelivery {
  adapter: string;
  /** Whose credential it was. */
  sender: string;
  /** Identity at the sender; a repeat is dropped. Without one, every delivery is new. */
  key?: string;
  receivedAt: EpochMs;
  bytes: number;
  /** The headers that the adapter reads, JSON. */
  headers: string;
  events: InboxEvent[];
  /** Those that are kept. */
  quarantined: QuarantinedItem[];
  /** All of them: no more than a hundred of one delivery are kept. */
  quarantinedCount: number;
  /** Alerts that the sender left out. */
  truncated: number;
}

/** A delivery with the key that it is stored under. */
export interface KeyedDelivery extends IncomingDelivery {
  key: string;
}

/** What became of a delivery. */
export interface Receipt {
  /** Alerts, changes and findings that are durable now. */
  accepted: number;
  quarantined: number;
  /** It was taken before; the counts are those of then. */
  duplicate: boolean;
  truncated: number;
}
