import type { LoggerService } from '@backstage/backend-plugin-api';

/** Says only what should not happen. */
export const silentLogger: LoggerService = {
  error: console.error,
  warn: console.warn,
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};
