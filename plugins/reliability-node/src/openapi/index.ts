export type { EndpointKeyOf, EndpointMapOf, EndpointOf } from './EndpointMapOf';
