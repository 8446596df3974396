export { configAdapter } from './configAdapter';
