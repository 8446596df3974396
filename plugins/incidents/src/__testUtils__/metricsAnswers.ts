import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import type { Answers } from '@ghostlight/reliability-react/fakes';
import type { World } from './World';

/** The answers about what incidents took. */
export function metricsAnswers(world: World): Answers<IncidentsPaths> {
  return {
    '/v1/metrics': { get: () => world.metrics },
    '/v1/metrics/csv': {
      get: () => 'id,severity,resolve_seconds\r\nINC-0042,SEV2,2280\r\n',
    },
  };
}
