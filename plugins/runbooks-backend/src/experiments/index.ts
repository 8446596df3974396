export * from './createExperimentHandler';
export type * from './ExperimentContext';
export * from './listExperiments';
export * from './readExperimentsConfig';
export * from './recordExperiment';
export * from './ScheduleKeeper';
export * from './startExperiment';
