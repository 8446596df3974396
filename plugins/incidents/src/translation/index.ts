export { incidentsTranslationRef } from './incidentsTranslation';
export { useIncidentsText, type IncidentsText } from './useIncidentsText';
