import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Execution,
  ExecutionDetail,
  ExecutionPage,
  ExecutionPlan,
  ExecutionRequest,
  ExecutionState,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import {
  dataOf,
  useLiveQuery,
  type LivePages,
  type LiveQuery,
} from '@ghostlight/reliability-react';
import { runbooksApiRef } from '../api';
import { useRunbooksPages, useRunbooksQuery } from './useRunbooksQuery';

/** Milliseconds between looks at what moves. */
export const LIVE = 2000;

/** A plan is made when somebody asks for it, not every so often. */
const ONCE = 2_000_000_000;

/** States in which a run still changes by itself. */
const MOVING: readonly ExecutionState[] = [
  'running',
  'waiting',
  'verifying',
  'cancelling',
];

/** States in which it is not over. */
export const OPEN: readonly ExecutionState[] = [
  ...MOVING,
  'waiting-approval',
  'paused',
];

export function isMoving(state: ExecutionState): boolean {
  return MOVING.includes(state);
}

export function isOpen(state: ExecutionState): boolean {
  return OPEN.includes(state);
}

export type ExecutionFilter = NonNullable<
  RunbooksPaths['/v1/executions']['get']['parameters']['query']
>;

/** Runs, the latest first. */
export function useExecutions(
  filter: ExecutionFilter,
): LivePages<Execution, ExecutionPage> {
  return useRunbooksPages<Execution, ExecutionPage>({
    key: `executions ${JSON.stringify(filter)}`,
    rowKey: row => row.id,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/executions', {
        params: { query: { limit: 50, ...filter, cursor } },
        signal,
      }),
  });
}

/** One run; looked at every two seconds while `live`. */
export function useExecution(
  id: string,
  live: boolean,
): LiveQuery<ExecutionDetail> {
  return useRunbooksQuery({
    key: `execution ${id}`,
    pollEvery: live ? LIVE : undefined,
    load: (client, signal) =>
      client.request('get', '/v1/executions/{id}', {
        params: { path: { id } },
        signal,
      }),
  });
}

/** Plans a run once something is asked for, and again on `refresh`. Nothing is changed by it. */
export function usePlan(
  request: ExecutionRequest | undefined,
): LiveQuery<ExecutionPlan> {
  const client = useApi(runbooksApiRef);
  return useLiveQuery({
    key: `plan ${JSON.stringify(request)}`,
    pollEvery: ONCE,
    enabled: request !== undefined,
    load: signal =>
      dataOf(
        client.request('post', '/v1/executions/plan', {
          body: request ?? {},
          signal,
        }),
      ),
  });
}
