import { NotFoundError } from '@backstage/errors';
import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type {
  ActOutcome,
  DriverPlan,
  DriverStep,
} from '@ghostlight/plugin-delivery-node';
import type { Place } from '@ghostlight/reliability-kubernetes';
import { oneWay } from '../describe/annotations';
import { compareTemplates } from '../describe/compareTemplates';
import { diffTemplates } from '../describe/diffTemplates';
import type { RestoreTemplate } from '../effects/restoreTemplate';
import { titleOf } from '../kube/paths';
import { findRefusals } from './findRefusals';
import { findUndoers } from './findUndoers';
import type { Generation, Workload } from './readWorkload';

const longestMark = 500;

/** How to get a Deployment or Rollout back to a template that one of its ReplicaSets has. */
export async function planRestore(options: {
  place: Place;
  kind: 'deployments' | 'rollouts';
  workload: Workload;
  toRevision: string;
  lane: string;
  dryRun(step: DriverStep): Promise<ActOutcome>;
  signal: AbortSignal;
}): Promise<DriverPlan> {
  const { place, kind, workload, toRevision, lane, dryRun, signal } = options;
  const { object, current, digest } = workload;
  const title = titleOf(kind, place.name);
  const to = workload.generations.find(
    ({ revision }) => revision.id === toRevision,
  );
  if (!to)
    throw new NotFoundError(
      `Revision ${toRevision} of ${title} is gone: no ReplicaSet has its template any more`,
    );
  const from = workload.generations.find(({ revision }) => revision.current);
  const pinned: RestoreTemplate = {
    op: 'restore-template',
    object: {
      cluster: place.client.cluster.name,
      kind,
      namespace: place.namespace,
      name: place.name,
    },
    uid: object.metadata.uid,
    resourceVersion: object.metadata.resourceVersion,
    from: {
      replicaSet: from?.set.metadata.name ?? '',
      revision: current.id,
      version: current.version,
      digest,
    },
    to: {
      replicaSet: to.set.metadata.name,
      revision: toRevision,
      version: to.revision.version,
      digest: to.digest,
    },
  };
  const step: DriverStep = {
    id: 'restore-template',
    title: `Give ${title} the template of revision ${toRevision} (${to.revision.version})`,
    reversible: from !== undefined,
    pinned,
  };
  const [undoers, refusals] = await Promise.all([
    findUndoers(place, object, signal),
    findRefusals({
      place,
      kind,
      object,
      there: to.digest === digest,
      version: to.revision.version,
      dryRun: () => dryRun(step),
      signal,
    }),
  ]);
  const lasts = undoers.every(({ effect }) => effect === 'none');
  const names = undoers
    .filter(({ effect }) => effect === 'undoes')
    .map(({ name }) => name)
    .join(', ');
  return {
    from: current,
    to: to.revision,
    values: compareTemplates(object.spec.template, to.template),
    diff: diffTemplates(
      {
        title: `${title} now (${current.version})`,
        template: object.spec.template,
      },
      {
        title: `${title} after (${to.revision.version})`,
        template: to.template,
      },
    ),
    oneWay: marksSince(workload, to),
    undoers,
    refusals,
    lane: {
      id: lane,
      title: `Change ${title} itself`,
      lasts,
      said: lasts
        ? {
            code: 'kubernetes.lasts',
            text: 'At once, and nothing is known that would undo it',
          }
        : {
            code: 'kubernetes.undone',
            text: `At once, but undone by: ${names}`,
            params: { names },
          },
    },
    steps: [step],
  };
}

/** What the versions that are taken back say will not come back. */
function marksSince(
  { object, generations }: Workload,
  to: Generation,
): Sentence[] {
  const number = ({ revision }: Generation) => Number(revision.id);
  const marks = generations
    .filter(generation => number(generation) > number(to))
    .flatMap(({ set, template }) => [
      set.metadata.annotations?.[oneWay],
      template.metadata?.annotations?.[oneWay],
    ])
    .concat(
      object.metadata.annotations?.[oneWay],
      object.spec.template.metadata?.annotations?.[oneWay],
    );
  const own = [
    to.set.metadata.annotations?.[oneWay],
    to.template.metadata?.annotations?.[oneWay],
  ];
  return [...new Set(marks)]
    .filter(mark => mark !== undefined && !own.includes(mark))
    .map(mark => ({
      code: 'kubernetes.one-way',
      text: mark!.slice(0, longestMark),
      params: { what: mark!.slice(0, longestMark) },
    }));
}
