import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * All texts of the slo screens. Spanish comes with the ref itself, so a portal that lists `es`
 * among its languages has it without registering anything.
 *
 * @public
 */
export const sloTranslationRef = createTranslationRef({
  id: 'plugin.slo',
  messages,
  translations: { es: () => import('./es') },
});
