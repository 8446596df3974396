export { scaffolderGhostlightTranslationRef } from './scaffolderGhostlightTranslation';
export { useFieldText, type FieldText } from './useFieldText';
