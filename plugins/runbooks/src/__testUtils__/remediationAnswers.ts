import type { RunbooksPaths } from '@ghostlight/plugin-runbooks-common';
import { Refusal, type Answers } from '@ghostlight/reliability-react/fakes';
import { among, paged } from './answers';
import { ME } from './catalog';
import { someRun } from './executions';
import { ago, say } from './said';
import type { World } from './World';

const missing = (what: string) => new Refusal(404, 'NotFoundError', what);

/** The answers about policies, attempts, switches and approvals. */
export function remediationAnswers(world: World): Answers<RunbooksPaths> {
  const { remediation, now } = world;
  const at = ago(now, 0);
  return {
    '/v1/policies': {
      get: ({ query }) => {
        const items = remediation.policies.filter(
          each =>
            among(query, 'mode', each.mode) &&
            among(query, 'owner', each.owner) &&
            each.title.includes(query.get('q') ?? ''),
        );
        return { ...paged(items, query), total: items.length };
      },
    },
    '/v1/policies/{ref}': {
      get: ({ path: [ref] }) =>
        remediation.policies.find(each => each.ref === ref) ??
        missing(`No ${ref}`),
    },
    '/v1/policies/{ref}/simulation': { post: () => remediation.simulation },
    '/v1/attempts': {
      get: ({ query }) =>
        paged(
          remediation.attempts.filter(
            each =>
              among(query, 'policyRef', each.policyRef) &&
              among(query, 'entityRef', each.entityRef) &&
              among(query, 'incidentId', each.incidentId) &&
              among(query, 'state', each.state),
          ),
          query,
        ),
    },
    '/v1/attempts/{id}': {
      get: ({ path: [id] }) =>
        remediation.attempts.find(each => each.id === id) ??
        missing(`No ${id}`),
    },
    '/v1/attempts/{id}/decision': {
      post: ({ path: [id], body }) => {
        const found = remediation.attempts.find(each => each.id === id);
        if (!found) return missing(`No ${id}`);
        found.state = body.approve ? 'approved' : 'rejected';
        found.said = say(
          body.approve ? 'attempt.approved-by' : 'attempt.rejected',
          'Decided.',
          { by: ME },
        );
        if (found.approval) {
          found.approval = {
            ...found.approval,
            state: body.approve ? 'approved' : 'rejected',
            by: ME,
            at,
            comment: body.comment,
          };
        }
        world.approvals = world.approvals.filter(each => each.id !== id);
        return found;
      },
    },
    '/v1/switches': {
      get: () => ({ items: remediation.switches }),
      put: ({ body }) => {
        const set = { ...body, by: ME, at };
        remediation.switches = [
          ...remediation.switches.filter(({ scope }) => scope !== body.scope),
          set,
        ];
        for (const each of [...remediation.policies, ...world.experiments]) {
          if (each.ref === body.scope) each.switch = set;
        }
        return set;
      },
    },
    '/v1/remediation-metrics': { get: () => remediation.metrics },
    '/v1/approvals': {
      get: ({ query }) => {
        const items = world.approvals.filter(each =>
          among(query, 'entityRef', each.entityRef),
        );
        const mine = items.filter(({ may }) => may.allowed);
        return {
          ...paged(query.get('mine') === 'true' ? mine : items, query),
          mine: mine.length,
        };
      },
    },
    '/v1/experiments': {
      get: ({ query }) => {
        const items = world.experiments.filter(each =>
          among(query, 'entityRef', each.entityRef),
        );
        return { ...paged(items, query), total: items.length };
      },
    },
    '/v1/experiments/{ref}': {
      get: ({ path: [ref] }) =>
        world.experiments.find(each => each.ref === ref) ??
        missing(`No ${ref}`),
    },
    '/v1/experiments/{ref}/runs': {
      post: ({ path: [ref], body }) => {
        const made = someRun(now, {
          id: 'RUN-0099',
          kind: body.dryRun ? 'dry-run' : 'experiment',
          experimentRef: ref,
        });
        world.executions = [made, ...world.executions];
        return made;
      },
    },
  };
}
