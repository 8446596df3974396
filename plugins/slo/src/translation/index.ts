export { sloTranslationRef } from './sloTranslation';
export { useSloText, type SloText } from './useSloText';
