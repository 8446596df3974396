import type { ObjectivePage } from '@ghostlight/plugin-slo-common';
import { say } from '@ghostlight/reliability-node';
import type { EvidencePart, PartContext } from '../EvidencePart';

const mostEntities = 50;
const most = 100;
const hour = 60 * 60_000;

type Objective = ObjectivePage['items'][number];

/** The objectives of what is affected and of what it depends on, in one request. */
export async function readObjectives(
  context: PartContext,
): Promise<EvidencePart> {
  const { slo, credentials, scope } = context;
  const entityRef = scope.near.slice(0, mostEntities);
  if (!entityRef.length) return {};
  const { items } = await slo.listObjectives(
    { entityRef, limit: most },
    { credentials },
  );
  const past = context.context.now() - scope.at > hour;
  return {
    case: {
      objectives: items.map(item => ({
        id: `objective:${item.ref}`,
        ref: item.ref,
        title: item.title,
        entityRef: item.entityRef,
        target: item.target,
        // Of an incident that is long over, today's verdict says nothing.
        ...(!past && verdictOf(item)),
      })),
    },
    ...(past &&
      items.length && {
        missing: [
          say(
            'triage.missing.burn',
            'No burn rates: the incident is over, and those of now say nothing of it',
          ),
        ],
      }),
  };
}

function verdictOf(item: Objective) {
  const burn =
    item.burn.find(each => each.window === '1h' && each.rate !== null) ??
    item.burn.find(each => each.rate !== null);
  const { leftRatio } = item.budget;
  return {
    ...(burn && { burnRate: Math.max(0, burn.rate ?? 0), window: burn.window }),
    ...(leftRatio !== null && { budgetLeft: Math.min(1, leftRatio) }),
    state: stateOf(item.status),
  };
}

function stateOf(
  status: Objective['status'],
): 'healthy' | 'warning' | 'critical' | 'unknown' {
  return status === 'no-data' || status === 'low-traffic' ? 'unknown' : status;
}
