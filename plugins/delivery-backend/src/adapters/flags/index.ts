export { flagsAdapter } from './flagsAdapter';
