import {
  addressOf,
  changedBy,
  type Autoscaler,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction, PlanCall } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { Refusal } from '../action/Refusal';
import { say } from '../action/say';
import { findAutoscaler } from '../look/findAutoscaler';
import { shareOf } from '../look/pods';
import { findDeployment } from '../target/findDeployment';
import { findClient, findNamespace } from '../target/findPlace';
import {
  deploymentInput,
  objectName,
  pinnedPlace,
  type DeploymentInput,
} from '../target/targetInput';
import { changePinned } from '../write/changePinned';
import { readAnnotated } from '../write/readAnnotated';

const id = 'kubernetes:patch-hpa';

const limits = z.object({ min: z.number().int(), max: z.number().int() });

const pinned = z.object({ ...pinnedPlace, from: limits, to: limits });

interface Input extends DeploymentInput {
  autoscaler?: string;
  minReplicas?: number;
  maxReplicas?: number;
}

/** Moves the limits between which an autoscaler chooses. */
export const patchHpa: KubernetesAction<Input, z.output<typeof pinned>> = {
  id,
  title: 'Change the limits of an autoscaler',
  description:
    'Moves how many pods a HorizontalPodAutoscaler may have at least and at most',
  input: z.strictObject({
    ...deploymentInput,
    autoscaler: objectName
      .optional()
      .describe(
        'Of a HorizontalPodAutoscaler. Default: the one of the Deployment',
      ),
    minReplicas: z.number().int().min(1).max(1000).optional(),
    maxReplicas: z.number().int().min(1).max(1000).optional(),
  }),
  pinned,
  reads: ['Deployment', 'HorizontalPodAutoscalers'],
  changes: ['HorizontalPodAutoscaler'],
  reversible: true,

  async plan(input, call) {
    const { client, object, namespace } = await find(input, call);
    const { name, uid } = object.metadata;
    const cluster = client.cluster.name;
    const title = titleOf('autoscalers', name);
    const from = limitsOf(object);
    const to = {
      min: input.minReplicas ?? from.min,
      max: input.maxReplicas ?? from.max,
    };
    const current = object.status?.currentReplicas ?? from.min;
    return {
      client,
      target: `horizontalpodautoscaler/${namespace}/${name}`,
      title: say(
        'patch-hpa',
        `Let ${title} in ${namespace} (${cluster}) choose between ${to.min} and ${to.max} pods`,
        { title, namespace, cluster, min: to.min, max: to.max },
      ),
      changes: (['min', 'max'] as const)
        .filter(limit => from[limit] !== to[limit])
        .map(limit => ({
          label: `${limit}Replicas`,
          from: String(from[limit]),
          to: String(to[limit]),
        })),
      undo: say(
        'patch-hpa-back',
        `Let it choose between ${from.min} and ${from.max} again`,
        { min: from.min, max: from.max },
      ),
      share: shareOf(current - to.max, current),
      refusals: [
        ...(to.min > to.max
          ? [
              say(
                'hpa-limits',
                `At least ${to.min} and at most ${to.max} pods cannot be`,
                { min: to.min, max: to.max },
              ),
            ]
          : []),
        ...(from.min === to.min && from.max === to.max
          ? [say('hpa-already', `${title} has these limits already`, { title })]
          : []),
      ],
      needs: [{ verb: 'patch', kind: 'autoscalers', namespace, name }],
      pinned: { cluster, namespace, name, uid, from, to },
    };
  },

  write: (wanted, call) =>
    changePinned<Autoscaler>('autoscalers', wanted, call, current => {
      const { min, max } = limitsOf(current);
      if (min !== wanted.from.min || max !== wanted.from.max)
        return {
          refuse: `${titleOf(
            'autoscalers',
            wanted.name,
          )} was changed meanwhile by ${changedBy(current.metadata, [
            'spec',
            max === wanted.from.max ? 'minReplicas' : 'maxReplicas',
          ])}`,
        };
      return {
        patch: [
          { op: 'add', path: '/spec/minReplicas', value: wanted.to.min },
          { op: 'add', path: '/spec/maxReplicas', value: wanted.to.max },
        ],
      };
    }),

  readBack: (place, call) => readAnnotated('autoscalers', place, call),

  undo: ({ cluster, namespace, name, from }) => ({
    action: id,
    input: {
      cluster,
      namespace,
      autoscaler: name,
      minReplicas: from.min,
      maxReplicas: from.max,
    },
  }),
};

function limitsOf({ spec: { minReplicas = 1, maxReplicas } }: Autoscaler) {
  return { min: minReplicas, max: maxReplicas };
}

async function find(input: Input, call: PlanCall) {
  if (!input.autoscaler) {
    const found = await findDeployment(input, call);
    const object = await findAutoscaler(found, call.signal);
    if (object)
      return { client: found.client, namespace: found.namespace, object };
    const { title } = found;
    throw Refusal.of('no-hpa', `No HorizontalPodAutoscaler scales ${title}`, {
      title,
    });
  }
  const client = findClient(input, call);
  const namespace = findNamespace(input, call, client);
  const object = await client.find<Autoscaler>(
    addressOf(kinds.autoscalers, namespace, input.autoscaler),
    { signal: call.signal },
  );
  if (object) return { client, namespace, object };
  const title = titleOf('autoscalers', input.autoscaler);
  const cluster = client.cluster.name;
  throw Refusal.of(
    'not-there',
    `${title} is not there in namespace ${namespace} of ${cluster}`,
    { title, namespace, cluster },
  );
}
