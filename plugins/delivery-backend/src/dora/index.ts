export { readScope, type DoraRequest } from './DoraScope';
export { exportDora, readDora } from './readDora';
