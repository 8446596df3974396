export * from './discardQuarantined';
export * from './listQuarantine';
export * from './retryQuarantined';
