export { secondsOf } from './secondsOf';
export { Clock, When } from './When';
export { timeThere } from './timeThere';
