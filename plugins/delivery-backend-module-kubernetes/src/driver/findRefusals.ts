import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type { ActOutcome } from '@ghostlight/plugin-delivery-node';
import type { Place, TemplateOwner } from '@ghostlight/reliability-kubernetes';
import { kinds, pathOf, titleOf } from '../kube/paths';
import type { Rollout } from '../argo/Rollout';

/** Why a template cannot be put back as things stand. */
export async function findRefusals(options: {
  place: Place;
  kind: 'deployments' | 'rollouts';
  object: TemplateOwner;
  /** Whether it has the wanted template already. */
  there: boolean;
  version: string;
  /** Asks the platform, for its own words. */
  dryRun(): Promise<ActOutcome>;
  signal: AbortSignal;
}): Promise<Sentence[]> {
  const { place, kind, object, there, version, dryRun, signal } = options;
  const title = titleOf(kind, place.name);
  const refusals: Sentence[] = [];
  if (object.spec.paused)
    refusals.push(
      said('kubernetes.paused', `${title} is paused: resume it first`, {
        title,
      }),
    );
  if (there)
    refusals.push(
      said('kubernetes.already', `${title} has ${version} already`, {
        title,
        version,
      }),
    );
  refusals.push(...(await notAllowed(place, kind, dryRun, signal)));
  if (kind === 'rollouts') return refusals;
  const rollout = await controllingRollout(place, signal);
  if (rollout)
    refusals.push(
      said(
        'kubernetes.argo-rollouts',
        `Argo Rollouts runs ${title} through Rollout ${rollout}: roll that back`,
        { title, rollout },
      ),
    );
  return refusals;
}

/** What the platform itself says to somebody who may not. */
export async function notAllowed(
  { client, namespace, name }: Place,
  kind: 'deployments' | 'rollouts',
  dryRun: () => Promise<ActOutcome>,
  signal: AbortSignal,
): Promise<Sentence[]> {
  const { group, plural } = kinds[kind];
  const review = await client.may(
    { verb: 'patch', group, resource: plural, namespace, name },
    signal,
  );
  if (review.allowed) return [];
  const tried = await dryRun();
  const text =
    tried.state === 'refused'
      ? tried.error
      : review.reason ??
        `The service account may not patch ${plural} in ${namespace}`;
  return [said('kubernetes.forbidden', text, { cluster: client.cluster.name })];
}

async function controllingRollout(
  { client, namespace, name }: Place,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { items } = await client.list<Rollout>(
      pathOf('rollouts', namespace),
      { signal },
    );
    return items.find(
      ({ spec: { workloadRef } }) =>
        workloadRef?.kind === 'Deployment' && workloadRef.name === name,
    )?.metadata.name;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function said(
  code: string,
  text: string,
  params: Record<string, string>,
): Sentence {
  return { code, text, params };
}
