export { splunkAdapter } from './splunkAdapter';
