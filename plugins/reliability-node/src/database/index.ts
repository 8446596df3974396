export * from './counters';
export * from './likeOf';
