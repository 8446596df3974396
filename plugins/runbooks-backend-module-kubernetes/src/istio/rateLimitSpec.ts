import type { JsonObject } from '@backstage/types';

const always = (key: string) => ({
  runtime_key: key,
  default_value: { numerator: 100, denominator: 'HUNDRED' },
});

/** A local rate limit in the proxies of these pods, for all that comes in: 429 beyond it. */
export function rateLimitSpec(
  labels: Record<string, string>,
  { requests, seconds }: { requests: number; seconds: number },
): JsonObject {
  return {
    workloadSelector: { labels },
    configPatches: [
      {
        applyTo: 'HTTP_FILTER',
        match: {
          context: 'SIDECAR_INBOUND',
          listener: {
            filterChain: {
              filter: { name: 'envoy.filters.network.http_connection_manager' },
            },
          },
        },
        patch: {
          operation: 'INSERT_BEFORE',
          value: {
            name: 'envoy.filters.http.local_ratelimit',
            typed_config: {
              '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct',
              type_url:
                'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit',
              value: {
                stat_prefix: 'ghostlight_rate_limit',
                token_bucket: {
                  max_tokens: requests,
                  tokens_per_fill: requests,
                  fill_interval: `${seconds}s`,
                },
                filter_enabled: always('local_rate_limit_enabled'),
                filter_enforced: always('local_rate_limit_enforced'),
              },
            },
          },
        },
      },
    ],
  };
}
