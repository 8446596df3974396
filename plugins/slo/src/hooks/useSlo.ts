import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Change,
  Correction,
  DocumentFindings,
  Gate,
  ObjectiveDetail,
  ObjectivePage,
  Series,
  Signals,
  SloClient,
  SloPaths,
  Summary,
} from '@ghostlight/plugin-slo-common';
import { useLiveQuery, type LiveQuery } from '@ghostlight/reliability-react';
import { sloApiRef } from '../api';

/** The channel on which the backend says that verdicts have changed. */
export const SLO_CHANNEL = 'ghostlight:slo';

/** What slow-moving parts (definitions, findings) are looked at again after. */
const SLOWLY = 5 * 60_000;

/** The client throws on every failure, so an answer always has data. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('The answer has no content');
  return data;
}

/** Whose objectives; the parts combine with AND. */
export type ObjectiveFilter = NonNullable<
  SloPaths['/v1/objectives']['get']['parameters']['query']
>;

function useSloQuery<T>(options: {
  key: string;
  load(client: SloClient, signal: AbortSignal): Promise<{ data?: T }>;
  enabled?: boolean;
  slowly?: boolean;
}): LiveQuery<T> {
  const client = useApi(sloApiRef);
  return useLiveQuery({
    key: options.key,
    load: signal => dataOf(options.load(client, signal)),
    enabled: options.enabled,
    ...(options.slowly ? { pollEvery: SLOWLY } : { channel: SLO_CHANNEL }),
  });
}

/** Objectives under filters, worst first. */
export function useObjectives(
  filter: ObjectiveFilter,
): LiveQuery<ObjectivePage> {
  return useSloQuery({
    key: `objectives ${JSON.stringify(filter)}`,
    load: (client, signal) =>
      client.request('get', '/v1/objectives', {
        params: { query: { ...filter, limit: 200 } },
        signal,
      }),
  });
}

/** One objective with its definition; read when `ref` is known. */
export function useObjective(
  ref: string | undefined,
): LiveQuery<ObjectiveDetail> {
  return useSloQuery({
    key: `objective ${ref}`,
    enabled: ref !== undefined,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/objectives/{ref}', {
        params: { path: { ref: ref ?? '' } },
        signal,
      }),
  });
}

/** The last so many seconds, or a span in epoch seconds that ends now unless said otherwise. */
export type SeriesRange = { last: number } | { from: number; to?: number };

export function useSeries(ref: string, range: SeriesRange): LiveQuery<Series> {
  return useSloQuery({
    key: `series ${ref} ${JSON.stringify(range)}`,
    load: (client, signal) => {
      const query =
        'last' in range
          ? { from: Math.max(0, Math.floor(Date.now() / 1000) - range.last) }
          : range;
      return client.request('get', '/v1/objectives/{ref}/series', {
        params: { path: { ref }, query },
        signal,
      });
    },
  });
}

/** What changed of an entity in a span of epoch seconds; read when the span is known. */
export function useChanges(
  entityRef: string,
  span: { from: number; to: number } | undefined,
): LiveQuery<{ items: Change[] }> {
  return useSloQuery({
    key: `changes ${entityRef} ${span?.from} ${span?.to}`,
    enabled: span !== undefined,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/changes', {
        params: {
          query: { entityRef, from: span?.from ?? 0, to: span?.to ?? 0 },
        },
        signal,
      }),
  });
}

export function useGate(entityRef: string): LiveQuery<Gate> {
  return useSloQuery({
    key: `gate ${entityRef}`,
    load: (client, signal) =>
      client.request('get', '/v1/gate', {
        params: { query: { entityRef } },
        signal,
      }),
  });
}

export function useFindings(
  entityRef: string,
): LiveQuery<{ items: DocumentFindings[] }> {
  return useSloQuery({
    key: `findings ${entityRef}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/findings', {
        params: { query: { entityRef } },
        signal,
      }),
  });
}

export function useCorrections(
  entityRef: string,
): LiveQuery<{ items: Correction[] }> {
  return useSloQuery({
    key: `corrections ${entityRef}`,
    load: (client, signal) =>
      client.request('get', '/v1/corrections', {
        params: { query: { entityRef } },
        signal,
      }),
  });
}

export function useSignals(entityRef: string): LiveQuery<Signals> {
  return useSloQuery({
    key: `signals ${entityRef}`,
    load: (client, signal) =>
      client.request('get', '/v1/signals', {
        params: { query: { entityRef } },
        signal,
      }),
  });
}

export function useSummary(
  by: 'owner' | 'system' | 'domain',
  enabled = true,
): LiveQuery<Summary> {
  return useSloQuery({
    enabled,
    key: `summary ${by}`,
    load: (client, signal) =>
      client.request('get', '/v1/summary', {
        params: { query: { by, limit: 500 } },
        signal,
      }),
  });
}
