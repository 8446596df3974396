export * from './Fields';
export * from './readEach';
export * from './words';
