export * from './clientFor';
export * from './inTime';
export * from './isMissing';
export * from './say';
