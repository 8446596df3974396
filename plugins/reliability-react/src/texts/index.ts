export {
  reliabilityTranslationRef,
  reliabilityTranslations,
} from './reliabilityTranslationRef';
export { useLanguage } from './useLanguage';
export { useFormats, useTexts } from './useTexts';
export type { Texts } from './useTexts';
