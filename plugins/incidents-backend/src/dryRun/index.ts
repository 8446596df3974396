export { dryRun, type DryRunOptions } from './dryRun';
