/**
 * The incidents screens for apps on the legacy frontend system; the New Frontend System takes
 * `/alpha`.
 *
 * @packageDocumentation
 */
export {
  EntityIncidentsCard,
  EntityIncidentsContent,
  HomePageOpenIncidents,
  IncidentSearchResultListItem,
  IncidentsPage,
  incidentsPlugin,
  OpenIncidentPicker,
} from './plugin';
export type { IncidentHelp } from './incident/help';
export { incidentsApiRef } from './api';
export { incidentsTranslationRef } from './translation';
