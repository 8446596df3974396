import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Formats, formatsFor } from '../format/formatsFor';
import { reliabilityTranslationRef } from './reliabilityTranslationRef';
import { useLanguage } from './useLanguage';

/**
 * What {@link useTexts} answers.
 *
 * @public
 */
export interface Texts {
  /** Translates a key of {@link reliabilityTranslationRef}. */
  t: TranslationFunction<(typeof reliabilityTranslationRef)['T']>;
  /** Formatters of numbers, durations and times in the app's language. */
  format: Formats;
}

/**
 * Texts and formatters in the app's language. Works in both front-end
 * systems: each provides the translation and language APIs that it reads.
 *
 * @public
 */
export function useTexts(): Texts {
  const { t } = useTranslationRef(reliabilityTranslationRef);
  return { t, format: useFormats() };
}

/**
 * Only the formatters of {@link useTexts}, for screens with texts of their own.
 *
 * @public
 */
export function useFormats(): Formats {
  return formatsFor(useLanguage());
}
