export * from './ChangeFeed';
export * from './changeId';
export * from './DeploymentRow';
export type { Belonging, EntityFinder } from './Draft';
export * from './pruneFeed';
export * from './reads';
export * from './sealReport';
