import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './en';

/**
 * All texts of the fields. Spanish comes with the ref itself, so a portal that lists `es` among its
 * languages has it without registering anything.
 *
 * @public
 */
export const scaffolderGhostlightTranslationRef = createTranslationRef({
  id: 'plugin.scaffolder.ghostlight',
  messages,
  translations: { es: () => import('./es') },
});
