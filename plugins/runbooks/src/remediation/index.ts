export { PendingAttempts } from './PendingAttempts';
