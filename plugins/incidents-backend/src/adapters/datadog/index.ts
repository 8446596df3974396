export { datadogAdapter } from './datadogAdapter';
