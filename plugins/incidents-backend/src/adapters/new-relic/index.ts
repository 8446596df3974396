export { newRelicAdapter } from './newRelicAdapter';
