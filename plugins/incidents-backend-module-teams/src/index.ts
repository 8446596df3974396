/**
 * Notifications of incidents to Microsoft Teams.
 *
 * @packageDocumentation
 */
export { incidentsModuleTeams as default } from './module';
