import type {
  ExecutionDetail,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import { Refusal, type Answers } from '@ghostlight/reliability-react/fakes';
import { ME } from './catalog';
import { someRun } from './executions';
import { briefOf } from './runbooks';
import { ago, say } from './said';
import type { World } from './World';

const missing = (what: string) => new Refusal(404, 'NotFoundError', what);

export function paged<T>(items: T[], query: URLSearchParams) {
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 50);
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextCursor: String(end) } : {}),
  };
}

export const among = (query: URLSearchParams, key: string, value?: string) =>
  !query.has(key) || query.getAll(key).includes(value ?? '');

/** The answers about runbooks, what may help, and actions. */
export function runbookAnswers(world: World): Answers<RunbooksPaths> {
  return {
    '/v1/runbooks': {
      get: ({ query }) => {
        const entityRef = query.get('entityRef');
        const items = world.runbooks
          .filter(
            each =>
              (!entityRef || each.serviceRefs.includes(entityRef)) &&
              among(query, 'owner', each.owner) &&
              each.title.includes(query.get('q') ?? '') &&
              (!query.has('stale') || each.stale !== undefined),
          )
          .map(briefOf);
        return { ...paged(items, query), total: items.length };
      },
    },
    '/v1/runbooks/{ref}': {
      get: ({ path: [ref] }) =>
        world.runbooks.find(each => each.ref === ref) ?? missing(`No ${ref}`),
    },
    '/v1/suggestions': {
      get: ({ query }) => ({
        items: world.suggestions.filter(({ runbook }) => {
          const entityRef = query.get('entityRef');
          return (
            !entityRef || !runbook || runbook.serviceRefs.includes(entityRef)
          );
        }),
      }),
    },
    '/v1/actions': { get: () => ({ items: world.actions }) },
    '/v1/approvals': {
      get: ({ query }) => {
        const items = world.approvals.filter(each =>
          among(query, 'entityRef', each.entityRef),
        );
        return { ...paged(items, query), mine: items.length };
      },
    },
  };
}

/** The answers about runs. */
export function executionAnswers(world: World): Answers<RunbooksPaths> {
  const change = (id: string, act: (run: ExecutionDetail) => void) => {
    const found = world.executions.find(each => each.id === id);
    if (!found) return missing(`No ${id}`);
    act(found);
    return found;
  };
  const at = ago(world.now, 0);
  return {
    '/v1/executions': {
      get: ({ query }) =>
        paged(
          world.executions.filter(
            each =>
              among(query, 'state', each.state) &&
              among(query, 'kind', each.kind) &&
              among(query, 'entityRef', each.entityRef) &&
              among(query, 'incidentId', each.incidentId),
          ),
          query,
        ),
      post: ({ body }) => {
        const made = someRun(world.now, {
          id: `RUN-${String(world.executions.length + 17).padStart(4, '0')}`,
          kind: body.dryRun ? 'dry-run' : 'runbook',
          reason: body.reason,
          ...(body.dryRun && {
            state: 'succeeded',
            said: say('run.dry-run', 'It would be done.'),
          }),
        });
        world.executions = [made, ...world.executions];
        return made;
      },
    },
    '/v1/rehearsals': {
      post: ({ body }) => {
        const made = someRun(world.now, {
          id: `RUN-${String(world.executions.length + 17).padStart(4, '0')}`,
          kind: 'rehearsal',
          state: 'succeeded',
          incidentId: body.incidentId,
          rehearsal: {
            incidentId: body.incidentId,
            wouldHaveMatched: true,
            wouldHaveActed: true,
            wouldHaveRecovered: 'unknown',
            because: [say('rehearsal.by-hand', 'It has no actions.')],
          },
        });
        world.executions = [made, ...world.executions];
        return made;
      },
    },
    '/v1/executions/plan': { post: () => world.plan },
    '/v1/executions/{id}': {
      get: ({ path: [id] }) => change(id, () => {}),
    },
    '/v1/executions/{id}/journal': {
      get: ({ query }) => ({
        items: world.journal.filter(
          ({ seq }) => seq > Number(query.get('after') ?? 0),
        ),
      }),
    },
    '/v1/executions/{id}/answers': {
      post: ({ path: [id], body }) =>
        change(id, run => {
          const step = run.runSteps.find(each => each.id === body.stepId);
          if (!step) return;
          step.answer = {
            by: ME,
            at,
            choice: body.choice,
            notes: body.notes,
            checked: body.checked,
          };
          step.state = 'succeeded';
          run.state = 'running';
        }),
    },
    '/v1/executions/{id}/controls': {
      post: ({ path: [id], body }) =>
        change(id, run => {
          if (body.action === 'pause') run.state = 'paused';
          if (body.action === 'resume') run.state = 'running';
          if (body.action === 'take-over') run.operator = ME;
          if (body.action === 'cancel') {
            run.state = 'cancelled';
            run.said = say('run.cancelled', 'Cancelled.', {
              by: ME,
              reason: body.reason ?? '',
            });
          }
          const step = run.runSteps.find(each => each.id === body.stepId);
          if (step) {
            step.state = 'skipped';
            step.skipReason = body.reason;
          }
        }),
    },
    '/v1/executions/{id}/decision': {
      post: ({ path: [id], body }) =>
        change(id, run => {
          if (!run.approval) return;
          run.state = body.approve ? 'running' : 'rejected';
          run.approval = {
            ...run.approval,
            state: body.approve ? 'approved' : 'rejected',
            by: ME,
            at,
            comment: body.comment,
          };
        }),
    },
  };
}
