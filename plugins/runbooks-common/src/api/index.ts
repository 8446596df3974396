export * from './RunbooksClient';
export * from './permissions';
export * from './signals';
export type * from './types';
