export { sentryAdapter } from './sentryAdapter';
