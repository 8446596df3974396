import type {
  DeliveryPaths,
  RollbackPlan,
} from '@ghostlight/plugin-delivery-common';
import { Refusal, type Answers } from '@ghostlight/reliability-react/fakes';
import { ago, say } from './deployments';
import { someRollback } from './plans';
import type { World } from './World';

const missing = (what: string) => new Refusal(404, 'NotFoundError', what);

function paged<T>(items: T[], query: URLSearchParams) {
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 50);
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextCursor: String(end) } : {}),
  };
}

const among = (query: URLSearchParams, key: string, value?: string) =>
  !query.has(key) || query.getAll(key).includes(value ?? '');

/** The answers about what changed and where it runs. */
export function changeAnswers(world: World): Answers<DeliveryPaths> {
  const asOf = ago(world.now, 0);
  return {
    '/v1/lanes': {
      get: ({ query }) => {
        const entityRef = query.get('entityRef') ?? '';
        const items = world.lanes[entityRef] ?? [];
        return { entityRef, items, missing: [], asOf };
      },
    },
    '/v1/deployments': {
      get: ({ query }) => {
        const items = world.deployments.filter(
          each =>
            among(query, 'entityRef', each.entityRef) &&
            among(query, 'environment', each.environment) &&
            among(query, 'outcome', each.outcome),
        );
        return { ...paged(items, query), total: items.length };
      },
    },
    '/v1/deployments/{id}': {
      get: ({ path: [id] }) =>
        world.deployments.find(each => each.id === id) ?? missing(`No ${id}`),
    },
    '/v1/changes': {
      get: ({ query }) =>
        paged(
          world.changes.filter(
            each =>
              among(query, 'kind', each.kind) &&
              each.title.includes(query.get('q') ?? ''),
          ),
          query,
        ),
    },
    '/v1/changes/{id}': {
      get: ({ path: [id] }) =>
        world.changes.find(each => each.id === id) ?? missing(`No ${id}`),
    },
    '/v1/overview': {
      get: ({ query }) => {
        const items = world.overview.filter(
          each =>
            each.entityRef.includes(query.get('q') ?? '') &&
            among(query, 'environment', each.environment),
        );
        return {
          ...paged(items, query),
          total: items.length,
          counts: {
            entities: items.length,
            deployedToday: 12,
            running: items.filter(each => each.running).length,
            failing: items.filter(each => each.current?.failedBecause.length)
              .length,
            rollbacks30d: 2,
          },
        };
      },
    },
    '/v1/sources': { get: () => ({ items: world.sources }) },
    '/v1/dora': { get: () => world.dora },
    '/v1/dora.csv': { get: () => 'entity,kind\n' },
    '/v1/watches/{id}': {
      get: ({ path: [id] }) =>
        world.watches.find(each => each.id === id) ?? missing(`No ${id}`),
    },
  };
}

/** The answers about rollbacks and rollouts. */
export function runAnswers(world: World): Answers<DeliveryPaths> {
  const find = (id: string) => world.rollbacks.find(each => each.id === id);
  return {
    '/v1/rollbacks/plan': {
      post: ({ body }) => {
        const found = world.plans.find(
          each => each.entityRef === body.entityRef,
        );
        if (!found) return missing(`Nothing runs ${body.entityRef}`);
        const to = found.candidates.find(
          each => each.deploymentId === body.toDeploymentId,
        );
        const plan: RollbackPlan = {
          ...found,
          id: `plan-${world.plans.length + 1}`,
          to: to ?? found.to,
        };
        world.plans = [...world.plans, plan];
        return plan;
      },
    },
    '/v1/rollbacks/plan/{id}': {
      get: ({ path: [id] }) =>
        world.plans.find(each => each.id === id) ?? missing(`No ${id}`),
    },
    '/v1/rollbacks': {
      get: ({ query }) =>
        paged(
          world.rollbacks.filter(each => among(query, 'state', each.state)),
          query,
        ),
      post: ({ body }) => {
        const made = someRollback(world.now, {
          id: `RB-${String(world.rollbacks.length + 8).padStart(4, '0')}`,
          lane: body.lane,
          reason: body.reason,
          dryRun: body.dryRun ?? false,
          requestedBy: 'user:default/ana',
          ...(body.dryRun && {
            state: 'succeeded',
            said: say('rollback.dry-run', 'The platform would take it.', {
              version: 'v2.3.3',
            }),
          }),
        });
        world.rollbacks = [made, ...world.rollbacks];
        return made;
      },
    },
    '/v1/rollbacks/{id}': {
      get: ({ path: [id] }) => find(id) ?? missing(`No ${id}`),
    },
    '/v1/rollbacks/{id}/journal': {
      get: () => ({ items: world.journal }),
    },
    '/v1/rollbacks/{id}/decision': {
      post: ({ path: [id], body }) => {
        const found = find(id);
        if (!found?.approval) return missing(`No ${id}`);
        const state = body.approve ? 'approved' : 'rejected';
        Object.assign(found, {
          state: body.approve ? 'running' : 'rejected',
          approval: {
            ...found.approval,
            state,
            by: 'user:default/ana',
            at: ago(world.now, 0),
            comment: body.comment,
          },
        });
        return found;
      },
    },
    '/v1/rollbacks/{id}/cancel': {
      post: ({ path: [id] }) => {
        const found = find(id);
        if (!found) return missing(`No ${id}`);
        found.state = 'cancelled';
        found.said = say('rollback.cancelled', 'Cancelled.');
        return found;
      },
    },
    '/v1/rollouts/{id}': {
      get: ({ path: [id] }) =>
        world.rollouts.find(each => each.id === id) ?? missing(`No ${id}`),
    },
    '/v1/rollouts/{id}/decision': {
      post: ({ path: [id], body }) => {
        const found = world.rollouts.find(each => each.id === id);
        if (!found?.approval) return missing(`No ${id}`);
        found.approval.state = body.approve ? 'approved' : 'rejected';
        return found;
      },
    },
    '/v1/rollouts/{id}/actions': {
      post: ({ path: [id], body }) => {
        const found = world.rollouts.find(each => each.id === id);
        if (!found) return missing(`No ${id}`);
        if (body.action === 'abort') found.state = 'aborting';
        return found;
      },
    },
  };
}

/** The answers about the gate and freezes. */
export function gateAnswers(world: World): Answers<DeliveryPaths> {
  const at = ago(world.now, 0);
  const by = 'user:default/ana';
  return {
    '/v1/gate': { get: () => world.gate },
    '/v1/gate/overrides': {
      get: () => ({ items: world.gate.override ? [world.gate.override] : [] }),
      post: ({ body }) => {
        const override = { ...body, id: 'o1', by, at };
        world.gate = { ...world.gate, verdict: 'allow', override };
        return override;
      },
    },
    '/v1/gate/overrides/{id}': {
      delete: () => {
        world.gate = { ...world.gate, verdict: 'deny', override: undefined };
        return undefined;
      },
    },
    '/v1/gate/approvals': {
      get: () => ({ items: world.approvals }),
      post: ({ body }) => {
        const approval = { ...body, id: `${world.approvals.length}`, by, at };
        world.approvals = [approval, ...world.approvals];
        return approval;
      },
    },
    '/v1/gate/approvals/{id}': {
      delete: ({ path: [id] }) => {
        world.approvals = world.approvals.filter(each => each.id !== id);
        return undefined;
      },
    },
    '/v1/freezes': {
      get: () => ({ items: world.freezes }),
      post: ({ body }) => {
        const freeze = {
          environments: [],
          entityRefs: [],
          owners: [],
          ...body,
          id: `f${world.freezes.length}`,
          source: 'portal' as const,
          by,
        };
        world.freezes = [...world.freezes, freeze];
        return freeze;
      },
    },
    '/v1/freezes/{id}': {
      delete: ({ path: [id] }) => {
        world.freezes = world.freezes.filter(each => each.id !== id);
        return undefined;
      },
    },
  };
}
