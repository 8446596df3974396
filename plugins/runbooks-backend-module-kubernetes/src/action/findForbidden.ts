import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import type { ActOutcome } from '@ghostlight/plugin-runbooks-node';
import type { KubeClient } from '@ghostlight/reliability-kubernetes';
import type { Need } from './KubernetesAction';
import { kinds } from './kinds';
import { say } from './say';

/** What the account may not do, in the words of the server where it has any. */
export async function findForbidden(
  client: KubeClient,
  needs: Need[],
  signal: AbortSignal,
  dryRun: () => Promise<ActOutcome>,
): Promise<Sentence[]> {
  const reviews = await Promise.all(
    needs.map(async need => {
      const { group, plural: resource } = kinds[need.kind];
      const { verb, namespace, name } = need;
      const { allowed, reason } = await client.may(
        {
          verb,
          group,
          resource,
          ...(namespace && { namespace }),
          ...(name && { name }),
        },
        signal,
      );
      return { need, allowed, reason };
    }),
  );
  const missing = reviews.filter(({ allowed }) => !allowed);
  if (!missing.length) return [];
  const tried = await dryRun();
  const { cluster } = client;
  return missing.map(({ need: { verb, kind, namespace = '' }, reason }) => {
    const resource = kinds[kind].plural;
    const own = `The account of cluster ${
      cluster.name
    } may not ${verb} ${resource}${namespace && ` in ${namespace}`}`;
    const said =
      missing.length === 1 && tried.state === 'refused' ? tried.error : reason;
    return say('forbidden', said || own, {
      reason: said || own,
      cluster: cluster.name,
      verb,
      resource,
      namespace,
    });
  });
}
