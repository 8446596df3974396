export { appTranslationRef } from './appTranslation';
export { languageModule } from './languageModule';
