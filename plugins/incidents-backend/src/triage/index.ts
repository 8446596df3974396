/**
 * Why an incident happened: what is deterministic of it, free of clock, database and network.
 *
 * @packageDocumentation
 */
export { replayTriage } from './replayTriage';
