export { flaggerAdapter } from './flaggerAdapter';
