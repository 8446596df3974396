export * from './compileSteps';
export * from './completeStrategy';
export type * from './FullStrategy';
