import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Attempt,
  AttemptDetail,
  AttemptPage,
  AttemptState,
  Policy,
  PolicyPage,
  RemediationMetrics,
  RunbooksPaths,
  Simulation,
  Switch,
} from '@ghostlight/plugin-runbooks-common';
import {
  dataOf,
  type LivePages,
  type LiveQuery,
} from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { runbooksApiRef } from '../api';
import { useRunbooksPages, useRunbooksQuery } from '../hooks';
import { LIVE } from '../hooks/useRuns';

type QueryOf<P extends '/v1/policies' | '/v1/attempts'> = NonNullable<
  RunbooksPaths[P]['get']['parameters']['query']
>;

export type PolicyFilter = QueryOf<'/v1/policies'>;
export type AttemptFilter = QueryOf<'/v1/attempts'>;

const DAY = 86_400_000;

/** States in which an attempt changes by itself. */
const MOVING: readonly AttemptState[] = ['approved', 'running', 'verifying'];

/** States in which something is proposed for now, or under way. */
export const PENDING: readonly AttemptState[] = [
  'suggested',
  'waiting-approval',
  ...MOVING,
];

export function isAttemptMoving(state: AttemptState): boolean {
  return MOVING.includes(state);
}

/** Policies by title. */
export function usePolicies(
  filter: PolicyFilter,
): LivePages<Policy, PolicyPage> {
  return useRunbooksPages<Policy, PolicyPage>({
    key: `policies ${JSON.stringify(filter)}`,
    rowKey: row => row.ref,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/policies', {
        params: { query: { limit: 50, ...filter, cursor } },
        signal,
      }),
  });
}

export function usePolicy(ref: string): LiveQuery<Policy> {
  return useRunbooksQuery({
    key: `policy ${ref}`,
    load: (client, signal) =>
      client.request('get', '/v1/policies/{ref}', {
        params: { path: { ref } },
        signal,
      }),
  });
}

/** What policies, people and models proposed; the latest first. */
export function useAttempts(
  filter: AttemptFilter,
): LivePages<Attempt, AttemptPage> {
  return useRunbooksPages<Attempt, AttemptPage>({
    key: `attempts ${JSON.stringify(filter)}`,
    rowKey: row => row.id,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/attempts', {
        params: { query: { limit: 20, ...filter, cursor } },
        signal,
      }),
  });
}

/** One attempt; looked at every two seconds while `live`. */
export function useAttempt(
  id: string,
  live: boolean,
): LiveQuery<AttemptDetail> {
  return useRunbooksQuery({
    key: `attempt ${id}`,
    pollEvery: live ? LIVE : undefined,
    load: (client, signal) =>
      client.request('get', '/v1/attempts/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** The switch of everything, and those that are off. */
export function useSwitches(): LiveQuery<{ items: Switch[] }> {
  return useRunbooksQuery({
    key: 'switches',
    load: (client, signal) => client.request('get', '/v1/switches', { signal }),
  });
}

/** What remediation did in the last days. */
export function useRemediationMetrics(options: {
  days: number;
  owner?: string;
}): LiveQuery<RemediationMetrics> {
  const { days, owner } = options;
  return useRunbooksQuery({
    key: `remediation metrics ${days} ${owner ?? ''}`,
    load: (client, signal) =>
      client.request('get', '/v1/remediation-metrics', {
        params: {
          query: {
            owner,
            from: new Date(Date.now() - days * DAY).toISOString(),
          },
        },
        signal,
      }),
  });
}

/** Asks what a policy would have done in incidents that are over. Changes nothing. */
export function useSimulate(
  ref: string,
): (days: number) => Promise<Simulation> {
  const client = useApi(runbooksApiRef);
  return useCallback(
    days =>
      dataOf(
        client.request('post', '/v1/policies/{ref}/simulation', {
          params: { path: { ref } },
          body: {
            from: new Date(Date.now() - days * DAY).toISOString(),
            limit: 50,
          },
        }),
      ),
    [client, ref],
  );
}
