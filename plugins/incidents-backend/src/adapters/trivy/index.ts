export { trivyAdapter } from './trivyAdapter';
