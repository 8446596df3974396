import type {
  JournalEntry,
  Rollback,
  RollbackDetail,
  RollbackPage,
  RollbackPlan,
  RollbackState,
  Rollout,
  Watch,
} from '@ghostlight/plugin-delivery-common';
import type { LivePages, LiveQuery } from '@ghostlight/reliability-react';
import { useDeliveryPages, useDeliveryQuery } from './useDeliveryQuery';

/** Milliseconds between looks at what moves. */
const LIVE = 2000;

/** States in which a rollback still changes by itself. */
const MOVING: readonly RollbackState[] = ['running', 'verifying', 'cancelling'];

export function isMoving(state: RollbackState): boolean {
  return MOVING.includes(state);
}

export interface RollbackFilter {
  entityRef?: string[];
  environment?: string;
  state?: RollbackState[];
}

/** Rollbacks that were asked for, the latest first. */
export function useRollbacks(
  filter: RollbackFilter,
): LivePages<Rollback, RollbackPage> {
  return useDeliveryPages<Rollback, RollbackPage>({
    key: `rollbacks ${JSON.stringify(filter)}`,
    rowKey: row => row.id,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/rollbacks', {
        params: { query: { limit: 50, ...filter, cursor } },
        signal,
      }),
  });
}

/** One rollback; looked at every two seconds while `live`. */
export function useRollback(
  id: string,
  live: boolean,
): LiveQuery<RollbackDetail> {
  return useDeliveryQuery({
    key: `rollback ${id}`,
    pollEvery: live ? LIVE : undefined,
    load: (client, signal) =>
      client.request('get', '/v1/rollbacks/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** What happened in a rollback, in order; read when somebody looks. */
export function useJournal(
  id: string,
  enabled: boolean,
): LiveQuery<{ items: JournalEntry[] }> {
  return useDeliveryQuery({
    key: `journal ${id}`,
    enabled,
    load: (client, signal) =>
      client.request('get', '/v1/rollbacks/{id}/journal', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** A plan that was made before. */
export function usePlan(id: string): LiveQuery<RollbackPlan> {
  return useDeliveryQuery({
    key: `plan ${id}`,
    slowly: true,
    load: (client, signal) =>
      client.request('get', '/v1/rollbacks/plan/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** A rollout with its steps and analysis, looked at every two seconds. */
export function useRollout(id: string): LiveQuery<Rollout> {
  return useDeliveryQuery({
    key: `rollout ${id}`,
    pollEvery: LIVE,
    load: (client, signal) =>
      client.request('get', '/v1/rollouts/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** A watch with its readings. */
export function useWatch(id: string): LiveQuery<Watch> {
  return useDeliveryQuery({
    key: `watch ${id}`,
    load: (client, signal) =>
      client.request('get', '/v1/watches/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}
