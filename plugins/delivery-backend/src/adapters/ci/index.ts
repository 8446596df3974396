export { ciAdapter } from './ciAdapter';
