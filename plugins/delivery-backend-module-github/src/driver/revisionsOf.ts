import type { Revision } from '@ghostlight/plugin-delivery-node';
import type { Repository } from '../client/Repository';
import {
  deploymentSchema,
  statusSchema,
  type Deployment,
} from '../client/schemas';
import { timeOf, versionOfDeployment } from '../describe/words';

/** Deployments that are looked at; each costs a request the first time. */
const most = 20;

/** A deployment that succeeded, and what it is as a version. */
export interface Past {
  deployment: Deployment;
  revision: Revision;
}

/** What an environment had, the latest first; of a commit the last deployment. */
export async function revisionsOf(
  repository: Repository,
  theirs: string,
  signal: AbortSignal,
): Promise<Past[]> {
  const { items } = await repository.list(
    deploymentSchema,
    '/deployments',
    signal,
    { environment: theirs, per_page: most },
  );
  const states = await Promise.all(
    items.map(async ({ id }) => {
      const { items: statuses } = await repository.list(
        statusSchema,
        `/deployments/${id}/statuses`,
        signal,
        { per_page: 10 },
      );
      return statuses;
    }),
  );
  const succeeded = items.filter((_, index) =>
    states[index].some(({ state }) => state === 'success'),
  );
  const seen = new Set<string>();
  return succeeded
    .filter(({ sha }) => !seen.has(sha) && seen.add(sha))
    .map((deployment, index) => ({
      deployment,
      revision: {
        id: String(deployment.id),
        version: versionOfDeployment(deployment),
        commit: deployment.sha,
        at: timeOf(deployment.created_at),
        current: index === 0,
      },
    }));
}
