export { cloudeventsAdapter } from './cloudeventsAdapter';
