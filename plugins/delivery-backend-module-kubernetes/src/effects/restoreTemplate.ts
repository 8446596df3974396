import type { Observation, ReadBack } from '@ghostlight/plugin-delivery-node';
import { z } from 'zod';
import {
  type Deployment,
  type ReplicaSet,
  changeObject,
  changedBy,
  deploymentProgress,
  hasAction,
} from '@ghostlight/reliability-kubernetes';
import { redescribed, revision, withAction } from '../describe/annotations';
import {
  asJson,
  bareTemplate,
  hashLabelOf,
  templateDigest,
} from '../describe/templates';
import { pathOf } from '../kube/paths';
import { rolloutProgress } from '../argo/rolloutProgress';
import { isRollout, plainTemplate } from '../argo/Rollout';
import { locate, objectSchema, type Effect, type EffectCall } from './Effect';
import { readAction } from './readAction';

const revisionSchema = z.object({
  replicaSet: z.string(),
  revision: z.string(),
  version: z.string(),
  /** Of the template, which itself stays in the cluster: it may hold secrets. */
  digest: z.string(),
});

const schema = z.object({
  op: z.literal('restore-template'),
  object: objectSchema,
  uid: z.string(),
  /** As it was when the plan was made, for people; the template's digest is what guards. */
  resourceVersion: z.string(),
  from: revisionSchema,
  to: revisionSchema,
  /** Whether it is as well when it has that template already. */
  settled: z.boolean().optional(),
});

export type RestoreTemplate = z.output<typeof schema>;

/** Gives a Deployment or Rollout the template that one of its ReplicaSets still has. */
export const restoreTemplate: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    const { client, path, title } = locate(wanted.object, call);
    const { actionId, signal, dryRun } = call;
    const { from, to } = wanted;
    return changeObject<Deployment>({
      client,
      path,
      title,
      signal,
      dryRun,
      decide: async ({ metadata, spec }) => {
        if (hasAction(metadata.annotations, actionId))
          return { applied: resultOf(metadata.annotations) };
        if (metadata.uid !== wanted.uid)
          return {
            refuse: `${title} was deleted and made anew meanwhile; plan again`,
          };
        if (spec.paused)
          return { refuse: `${title} is paused: resume it, then plan again` };
        const digest = templateDigest(spec.template);
        if (wanted.settled && digest === to.digest) return { applied: {} };
        if (digest !== from.digest)
          return {
            refuse: `${title} was changed meanwhile by ${changedBy(
              metadata,
            )}; plan again`,
          };
        const set = await client.find<ReplicaSet>(
          pathOf('replicasets', wanted.object.namespace, to.replicaSet),
          { signal },
        );
        const template = set && plainTemplate(set);
        if (!set || !template || templateDigest(template) !== to.digest)
          return {
            refuse: `The ReplicaSet ${to.replicaSet} of revision ${to.revision} is gone or was changed; plan again`,
          };
        return {
          patch: [
            {
              op: 'replace',
              path: '/spec/template',
              value: asJson(bareTemplate(template)),
            },
            {
              op: 'add',
              path: '/metadata/annotations',
              value: withAction(
                redescribed(metadata.annotations, set.metadata.annotations),
                {
                  id: actionId,
                  target: hashLabelOf(set.metadata.labels),
                  reason: `Rolled back from ${from.version} to ${to.version} (revision ${to.revision})`,
                },
              ),
            },
          ],
        };
      },
      resultOf: ({ metadata }) => ({
        resourceVersion: metadata.resourceVersion,
        generation: metadata.generation ?? 0,
      }),
    });
  },

  async readBack(pinned, call): Promise<ReadBack> {
    const wanted = schema.parse(pinned);
    const { client, path } = locate(wanted.object, call);
    const { object, ...found } = await readAction({ client, path, ...call });
    if (found.state !== 'absent' || !object) return found;
    const { template } = (object as Deployment).spec;
    if (wanted.settled && templateDigest(template) === wanted.to.digest)
      return { state: 'applied' };
    // Somebody may have taken the annotation off the Deployment; its ReplicaSet has a copy.
    const { namespace } = wanted.object;
    const copy = await readAction({
      client,
      path: pathOf('replicasets', namespace, wanted.to.replicaSet),
      ...call,
    });
    const { object: _, ...read } = copy;
    return read;
  },

  observe: (pinned, call) => observe(schema.parse(pinned), call),
};

async function observe(
  wanted: RestoreTemplate,
  call: EffectCall,
): Promise<Observation> {
  const { client, path, title } = locate(wanted.object, call);
  const deployment = await client.find<Deployment>(path, call);
  if (!deployment || deployment.metadata.uid !== wanted.uid)
    return {
      state: 'superseded',
      text: `${title} was deleted${deployment ? ' and made anew' : ''}`,
    };
  const { metadata, spec } = deployment;
  const digest = templateDigest(spec.template);
  if (digest === wanted.to.digest)
    return isRollout(deployment)
      ? rolloutProgress(deployment)
      : deploymentProgress(deployment, wanted.to.replicaSet);
  const marked = hasAction(metadata.annotations, call.actionId);
  if (digest === wanted.from.digest && !marked)
    return {
      state: 'failed',
      text: `${title} still has the template of ${wanted.from.version}: what was said to be applied is not there`,
    };
  return {
    state: 'superseded',
    text: `${title} was given another template by ${changedBy(metadata)}`,
  };
}

function resultOf(annotations: Record<string, string> | undefined) {
  const current = annotations?.[revision];
  return current ? { revision: current } : {};
}
