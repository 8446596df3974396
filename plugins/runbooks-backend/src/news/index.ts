export * from './handleNews';
export * from './newsOf';
