import type { LoggerService } from '@backstage/backend-plugin-api';

/** Says nothing. */
export const silentLogger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};
