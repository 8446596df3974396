import type {
  DeliveryPaths,
  Dora,
  Freeze,
  Gate,
  Override,
  ReleaseApproval,
} from '@ghostlight/plugin-delivery-common';
import type { LiveQuery } from '@ghostlight/reliability-react';
import { useDeliveryQuery } from './useDeliveryQuery';

/** May this version go out there now? */
export function useGate(question: {
  entityRef: string;
  environment: string;
  version?: string;
}): LiveQuery<Gate> {
  return useDeliveryQuery({
    key: `gate ${JSON.stringify(question)}`,
    load: (client, signal) =>
      client.request('get', '/v1/gate', {
        params: { query: question },
        signal,
      }),
  });
}

/** Overrides of an entity that are in force. */
export function useOverrides(
  entityRef: string,
): LiveQuery<{ items: Override[] }> {
  return useDeliveryQuery({
    key: `overrides ${entityRef}`,
    load: (client, signal) =>
      client.request('get', '/v1/gate/overrides', {
        params: { query: { entityRef: [entityRef] } },
        signal,
      }),
  });
}

/** Versions of an entity that somebody has approved. */
export function useReleaseApprovals(
  entityRef: string,
  environment: string,
): LiveQuery<{ items: ReleaseApproval[] }> {
  return useDeliveryQuery({
    key: `approvals ${entityRef} ${environment}`,
    load: (client, signal) =>
      client.request('get', '/v1/gate/approvals', {
        params: { query: { entityRef, environment } },
        signal,
      }),
  });
}

/** Freezes that are not over. */
export function useFreezes(): LiveQuery<{ items: Freeze[] }> {
  return useDeliveryQuery({
    key: 'freezes',
    load: (client, signal) => client.request('get', '/v1/freezes', { signal }),
  });
}

export type DoraScope = NonNullable<
  DeliveryPaths['/v1/dora']['get']['parameters']['query']
>;

/** The five metrics of DORA. */
export function useDora(scope: DoraScope): LiveQuery<Dora> {
  return useDeliveryQuery({
    key: `dora ${JSON.stringify(scope)}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/dora', { params: { query: scope }, signal }),
  });
}
