export { Duration } from './Duration';
export type { DurationProps } from './Duration';
export { RelativeTime } from './RelativeTime';
export type { RelativeTimeProps } from './RelativeTime';
export { useAge, useElapsed, useOlderThan } from './useAge';
export { secondsOf } from './secondsOf';
export { Clock, When } from './When';
