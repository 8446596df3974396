/**
 * Notifications of incidents to Slack.
 *
 * @packageDocumentation
 */
export { incidentsModuleSlack as default } from './module';
