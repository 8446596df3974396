export { cloudwatchAdapter } from './cloudwatchAdapter';
