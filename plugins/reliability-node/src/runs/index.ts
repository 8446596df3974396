export type * from './Run';
export type * from './StepHandler';
export type * from './RunsApi';
export { Runs, type RunsOptions } from './Runs';
