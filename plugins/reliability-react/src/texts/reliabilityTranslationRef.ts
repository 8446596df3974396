import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';

import { en } from './en';

/**
 * Texts of the shared components. Spanish comes with the ref, so an app only
 * has to list `es` among its available languages.
 *
 * @public
 */
export const reliabilityTranslationRef = createTranslationRef({
  id: 'reliability',
  messages: en,
  translations: {
    es: () => import('./es'),
  },
});

/**
 * The same Spanish texts as a resource, for apps that register translations
 * themselves.
 *
 * @public
 */
export const reliabilityTranslations = createTranslationResource({
  ref: reliabilityTranslationRef,
  translations: {
    es: () => import('./es'),
  },
});
