import { NotFoundError } from '@backstage/errors';
import type { Revision } from '@ghostlight/plugin-delivery-node';
import {
  type Place,
  type PodTemplate,
  type ReplicaSet,
  type TemplateOwner,
  labelSelectorOf,
} from '@ghostlight/reliability-kubernetes';
import { plainTemplate } from '../argo/Rollout';
import { saidOf } from '../describe/annotations';
import {
  mainContainer,
  templateDigest,
  versionOf,
} from '../describe/templates';
import { pathOf, titleOf } from '../kube/paths';

/** A ReplicaSet and what it means. */
export interface Generation {
  set: ReplicaSet;
  revision: Revision;
  digest: string;
  template: PodTemplate;
}

/** A Deployment or Rollout, and the templates that its ReplicaSets still have, the latest first. */
export interface Workload<T extends TemplateOwner = TemplateOwner> {
  object: T;
  digest: string;
  generations: Generation[];
  /** What it has now; made up from its own template when its ReplicaSet is not there yet. */
  current: Revision;
}

/** @throws NotFoundError */
export async function readWorkload<T extends TemplateOwner>(
  { client, namespace, name }: Place,
  how: { kind: 'deployments' | 'rollouts'; revisionAnnotation: string },
  signal: AbortSignal,
): Promise<Workload<T>> {
  const { kind, revisionAnnotation } = how;
  const object = await client.find<T>(pathOf(kind, namespace, name), {
    signal,
  });
  if (!object)
    throw new NotFoundError(
      `${titleOf(
        kind,
        name,
      )} is not there (any more) in namespace ${namespace} of ${
        client.cluster.name
      }`,
    );
  const { items } = await client.list<ReplicaSet>(
    pathOf('replicasets', namespace),
    { query: { labelSelector: labelSelectorOf(object.spec.selector) }, signal },
  );
  const digest = templateDigest(object.spec.template);
  const numbers = (set: ReplicaSet) =>
    Number(set.metadata.annotations?.[revisionAnnotation] ?? 0);
  const generations = items
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some(({ uid }) => uid === object.metadata.uid),
    )
    .filter(set => numbers(set) > 0)
    .sort((one, other) => numbers(other) - numbers(one))
    .map(set => {
      const template = plainTemplate(set);
      const own = templateDigest(template);
      return {
        set,
        template,
        digest: own,
        revision: revisionOf(set, template, {
          id: String(numbers(set)),
          current: own === digest,
        }),
      };
    });
  const current = generations.find(({ revision }) => revision.current);
  return {
    object,
    digest,
    generations,
    current: current?.revision ?? {
      id: 'unrolled',
      version: versionOf(object.spec.template, object.metadata.annotations),
      image: mainContainer(object.spec.template)?.image,
      current: true,
    },
  };
}

function revisionOf(
  { metadata }: ReplicaSet,
  template: PodTemplate,
  { id, current }: { id: string; current: boolean },
): Revision {
  const commit = saidOf(
    'commit',
    metadata.annotations,
    template.metadata?.annotations,
  );
  const image = mainContainer(template)?.image;
  const at = Date.parse(metadata.creationTimestamp ?? '');
  return {
    id,
    version: versionOf(template, metadata.annotations),
    ...(image && { image }),
    ...(commit && { commit }),
    ...(at && { at }),
    current,
  };
}
