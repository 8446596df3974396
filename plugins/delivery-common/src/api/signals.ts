/**
 * Channel of the signal that something of an entity moved: a change, a rollback, a rollout or a watch.
 * Its message says which entities; a screen fetches again.
 *
 * @public
 */
export const DELIVERY_SIGNAL_CHANNEL = 'delivery';

/**
 * Message of {@link DELIVERY_SIGNAL_CHANNEL}.
 *
 * @public
 */
export interface DeliverySignal {
  [key: string]: string[];
  entityRefs: string[];
}

/**
 * Topic of the event that the feed has grown; only a hint, the feed's cursor misses nothing.
 *
 * @public
 */
export const DELIVERY_CHANGES_TOPIC = 'delivery.changes';
