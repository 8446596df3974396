export { timeThere } from './timeThere';
