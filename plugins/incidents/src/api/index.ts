export { createFrontendClient, incidentsApiRef } from './incidentsApiRef';
