/**
 * The demo fleet: eight services, their buyers, a Prometheus and a simulated past.
 *
 * @packageDocumentation
 */
export { Theatre, type TheatreOptions } from './Theatre';
