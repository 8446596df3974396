export { pagerDutyChannels } from './pagerDutyChannels';
