import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './en';

/**
 * All texts of the delivery screens. Spanish comes with the ref itself, so a portal that lists
 * `es` among its languages has it without registering anything.
 *
 * @public
 */
export const deliveryTranslationRef = createTranslationRef({
  id: 'plugin.delivery',
  messages,
  translations: { es: () => import('./es') },
});
