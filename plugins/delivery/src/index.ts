/**
 * The delivery screens for apps on the legacy frontend system; the New Frontend System takes
 * `/alpha`.
 *
 * @packageDocumentation
 */
export {
  DeliveryPage,
  deliveryPlugin,
  EntityDeliveryCard,
  EntityDeliveryContent,
} from './plugin';
export { deliveryApiRef } from './api';
export { deliveryTranslationRef } from './translation';
