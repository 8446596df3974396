import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './en';

/**
 * All texts of the runbooks screens. Spanish comes with the ref itself, so a portal that lists
 * `es` among its languages has it without registering anything.
 *
 * @public
 */
export const runbooksTranslationRef = createTranslationRef({
  id: 'plugin.runbooks',
  messages,
  translations: { es: () => import('./es') },
});
