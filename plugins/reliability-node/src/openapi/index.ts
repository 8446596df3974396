export type { EndpointMapOf } from './EndpointMapOf';
