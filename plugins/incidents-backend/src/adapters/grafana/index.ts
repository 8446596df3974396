export { grafanaAdapter } from './grafanaAdapter';
