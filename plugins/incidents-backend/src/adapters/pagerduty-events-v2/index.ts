export { pagerdutyEventsAdapter } from './pagerdutyEventsAdapter';
