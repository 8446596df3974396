export * from './BurnReader';
export * from './verifyObjectives';
