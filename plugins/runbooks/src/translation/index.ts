export { runbooksTranslationRef } from './runbooksTranslation';
export { useRunbooksText, type RunbooksText } from './useRunbooksText';
