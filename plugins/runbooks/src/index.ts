/**
 * The runbooks screens for apps on the legacy frontend system; the New Frontend System takes
 * `/alpha`.
 *
 * @packageDocumentation
 */
export {
  EntityRunbooksCard,
  EntityRunbooksContent,
  RunbookDocsAddon,
  RunbooksPage,
  runbooksPlugin,
  SuggestedRunbooks,
} from './plugin';
export { runbooksApiRef } from './api';
export { runbooksTranslationRef } from './translation';
