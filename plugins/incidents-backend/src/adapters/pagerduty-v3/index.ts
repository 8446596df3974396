export { pagerdutyAdapter } from './pagerdutyAdapter';
