import type { JsonObject, JsonValue } from '@backstage/types';

/** When hosts are set aside, and how much they are sent at most. */
export interface Breaking {
  consecutiveErrors: number;
  intervalSeconds: number;
  ejectSeconds: number;
  maxEjectedPercent: number;
  maxConnections?: number;
  maxPendingRequests?: number;
}

/** A traffic policy with a circuit breaker; what else it says stays. */
export function withBreaker(
  before: JsonObject | null,
  breaking: Breaking,
): JsonObject {
  const { maxConnections, maxPendingRequests } = breaking;
  const pool = objectOf(before?.connectionPool);
  const connectionPool = {
    ...pool,
    ...(maxConnections && {
      tcp: { ...objectOf(pool.tcp), maxConnections },
    }),
    ...(maxPendingRequests && {
      http: {
        ...objectOf(pool.http),
        http1MaxPendingRequests: maxPendingRequests,
      },
    }),
  };
  return {
    ...before,
    outlierDetection: {
      consecutive5xxErrors: breaking.consecutiveErrors,
      interval: `${breaking.intervalSeconds}s`,
      baseEjectionTime: `${breaking.ejectSeconds}s`,
      maxEjectionPercent: breaking.maxEjectedPercent,
    },
    ...(Object.keys(connectionPool).length && { connectionPool }),
  };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
