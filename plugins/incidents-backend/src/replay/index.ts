/**
 * Recorded alerts, run through the real pipeline in their own time.
 *
 * @packageDocumentation
 */
export { replay, type ReplayOptions } from './replay';
export { type ReplayLine } from './ReplayLine';
export { type ReplayedAlert, type ReplayedIncident } from './ReplayedIncident';
