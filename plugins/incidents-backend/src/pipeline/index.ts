export { Pipeline, silentByDefault, type PipelineOptions } from './Pipeline';
export {
  checkSilentAdapters,
  readPipelineConfig,
  type PipelineConfig,
} from './readPipelineConfig';
export { type BatchSummary } from './runBatch';
export {
  CorrectionsCalendar,
  noMaintenance,
  type MaintenanceCalendar,
} from './suppression';
export {
  EntityResolver,
  type Candidate,
  type Resolution,
  type Resolvable,
} from './resolve';
export * from './acts';
