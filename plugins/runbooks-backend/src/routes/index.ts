export * from './addExecutionRoutes';
export * from './addExperimentRoutes';
export * from './addRehearsalRoutes';
export * from './addRemediationRoutes';
export * from './addRunbookRoutes';
export type * from './ApiRouter';
