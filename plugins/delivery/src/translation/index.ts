export { deliveryTranslationRef } from './deliveryTranslation';
export { useDeliveryText, type DeliveryText } from './useDeliveryText';
