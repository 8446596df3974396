export { opsgenieAdapter } from './opsgenieAdapter';
