import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  Action,
  ActionCall,
  ActionContext,
  ActionPlan,
} from '@ghostlight/plugin-runbooks-node';
import {
  Clusters,
  type ClusterConfig,
} from '@ghostlight/reliability-kubernetes';
import {
  everything,
  KubernetesApi,
  type KubernetesApiOptions,
} from '@ghostlight/theatre';
import { createActions } from '../actions';
import { payments } from './shop';
import { until } from './until';

export const account = 'system:serviceaccount:ghostlight:ghostlight';

/** The loopback cluster, and what can be done to it. */
export type TestCluster = Awaited<ReturnType<typeof startCluster>>;

export async function startCluster(
  options: Partial<KubernetesApiOptions> & {
    cluster?: Partial<ClusterConfig>;
  } = {},
) {
  const api = await KubernetesApi.start({
    tokens: { admin: { user: account, rules: everything } },
    podStartMs: 5,
    lookMs: 20,
    ...options,
  });
  const config = {
    name: 'prod',
    environment: 'production',
    url: api.url,
    token: 'admin',
    skipTLSVerify: true,
    ...options.cluster,
  };
  return {
    api,
    ...useActions([config]),
    /** The same with clients that wait so long for an answer. */
    within: (timeoutMs: number) => useActions([config], timeoutMs),
    /** Applies objects as a pipeline does, and waits until all pods are up. */
    async ship(...objects: object[]) {
      api.seed(objects, 'ci');
      await until(() =>
        api
          .objects('Deployment')
          .every(
            ({ metadata, spec, status }) =>
              spec?.paused ||
              (status?.observedGeneration === metadata.generation &&
                status?.updatedReplicas === spec?.replicas &&
                (status?.availableReplicas ?? 0) === spec?.replicas &&
                status?.replicas === spec?.replicas),
          ),
      );
    },
    /** May look at everything and change nothing. */
    forbid: () =>
      api.grant('admin', {
        user: account,
        rules: [{ verbs: ['get', 'list', 'watch'], resources: ['*'] }],
      }),
    stop: () => api.stop(),
  };
}

/** The actions as the runbooks plugin calls them. */
export function useActions(clusters: ClusterConfig[], timeoutMs = 60_000) {
  let time = Date.parse('2026-11-22T00:00:00Z');
  const actions = createActions({
    clusters: Clusters.create({ clusters, key: 'clusters', timeoutMs }),
    logger: mockServices.logger.mock(),
    now: () => (time += 1000),
  });
  const lines: string[] = [];
  const { signal } = new AbortController();
  const context: ActionContext = {
    entity: payments,
    environment: 'production',
    requestedBy: 'user:default/ines',
    signal,
  };
  const call = (actionId: string): ActionCall => ({
    ...context,
    actionId,
    output: text => {
      lines.push(text);
    },
  });
  const actionOf = (id: string): Action => {
    const action = actions.find(known => known.id === id);
    if (!action) throw new Error(`no action ${id}`);
    return action;
  };
  return {
    actions,
    lines,
    context,
    call,
    actionOf,
    plan: (
      id: string,
      input: JsonObject = {},
      more: Partial<ActionContext> = {},
    ): Promise<ActionPlan> => {
      const action = actionOf(id);
      return action.plan(action.input.parse(input), { ...context, ...more });
    },
    act: (id: string, { pinned }: ActionPlan, actionId = 'RUN-0001.act') =>
      actionOf(id).act(pinned, {}, call(actionId)),
    readBack: (id: string, { pinned }: ActionPlan, actionId = 'RUN-0001.act') =>
      actionOf(id).readBack(pinned, call(actionId)),
    observe: (
      id: string,
      { pinned }: ActionPlan,
      result: JsonObject = {},
      actionId = 'RUN-0001.act',
    ) => actionOf(id).observe!(pinned, result, call(actionId)),
  };
}
