export { SilenceBook, type SilenceRule } from './SilenceBook';
export { noMaintenance, type MaintenanceCalendar } from './MaintenanceCalendar';
export { CorrectionsCalendar } from './CorrectionsCalendar';
