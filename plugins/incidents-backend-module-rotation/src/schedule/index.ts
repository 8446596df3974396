export * from './shiftsOf';
