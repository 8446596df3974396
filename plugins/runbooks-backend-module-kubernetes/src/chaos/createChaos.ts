import type { JsonObject } from '@backstage/types';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { z, type ZodType } from 'zod';
import type { KubernetesAction, WriteCall } from '../action/KubernetesAction';
import { kinds } from '../action/kinds';
import { say } from '../action/say';
import { checkInstalled } from '../look/installed';
import { isReady, podsOf, shareOf } from '../look/pods';
import { findDeployment, type FoundDeployment } from '../target/findDeployment';
import { deploymentInput, type DeploymentInput } from '../target/targetInput';
import { jsonObject } from '../write/asJson';
import { findMade, makeObject, readMade } from '../write/makeObject';
import { undoMade } from '../write/undoMade';
import { countOf, tooFew } from '../workloads/minimumHealthy';
import { chaosProgress, chosenPods, type Chaos } from './chaosMesh';

const pinned = z.object({
  cluster: z.string(),
  namespace: z.string(),
  spec: jsonObject,
});

/** What all faults are told. */
export interface ChaosInput extends DeploymentInput {
  share?: number;
  count?: number;
  seconds: number;
  minimumHealthyShare: number;
}

export const chaosInput = {
  ...deploymentInput,
  count: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('How many pods. Default: one'),
  share: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe('Instead of count: part of the pods, 0 to 1; at least one'),
  seconds: z
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe('How long; it ends by itself'),
  minimumHealthyShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Part of the wanted pods that must be spared, 0 to 1'),
};

/** Injects a fault by an experiment of Chaos Mesh that ends by itself, and is deleted to end it sooner. */
export function createChaos<Input extends ChaosInput>(how: {
  id: string;
  title: string;
  description: string;
  kind: 'networkchaos' | 'podchaos';
  input: ZodType<Input>;
  said(
    input: Input,
    count: number,
    found: FoundDeployment,
  ): { title: Sentence; fault: string };
  refusals?(input: Input): Sentence[];
  specOf(input: Input): JsonObject;
}): KubernetesAction<Input, z.output<typeof pinned>> {
  const { kind } = how;
  const makingOf = (
    { cluster, namespace }: z.output<typeof pinned>,
    { clusters }: Pick<WriteCall, 'clusters'>,
  ) => ({ client: clusters.client(cluster), kind, namespace });
  return {
    id: how.id,
    title: how.title,
    description: how.description,
    input: how.input,
    pinned,
    reads: ['Deployment', 'ReplicaSets', 'Pods'],
    changes: [kinds[kind].kind],
    reversible: true,
    makesFaults: true,

    async plan(input, call) {
      const { signal } = call;
      const found = await findDeployment(input, call);
      const { client, object, namespace, cluster, target, title } = found;
      await checkInstalled(client, [kind], signal);
      const pods = await podsOf(client, object, signal);
      const wanted = object.spec.replicas ?? 1;
      const count = Math.min(countOf(input, pods.length), pods.length);
      const healthy = Math.max(0, pods.filter(isReady).length - count);
      const minimum = Math.ceil(input.minimumHealthyShare * wanted);
      const said = how.said(input, count, found);
      return {
        client,
        target,
        title: said.title,
        changes: [{ label: said.fault, to: `${count} of ${pods.length} pods` }],
        undo: say('remove-it', `Remove the ${kinds[kind].kind}`, {
          kind: kinds[kind].kind,
        }),
        share: shareOf(count, Math.max(wanted, pods.length)),
        healthyShare: shareOf(healthy, wanted),
        refusals: [
          ...(pods.length
            ? []
            : [say('no-pods', `${title} has no pods`, { title })]),
          ...tooFew(healthy, minimum),
          ...(how.refusals?.(input) ?? []),
        ],
        needs: [{ verb: 'create', kind, namespace }],
        pinned: {
          cluster,
          namespace,
          spec: {
            ...how.specOf(input),
            ...chosenPods(namespace, object.spec.selector, count),
          },
        },
      };
    },

    write: (wanted, call) =>
      makeObject(makingOf(wanted, call), wanted.spec, call),

    readBack: (wanted, call) => readMade(makingOf(wanted, call), call),

    async observe(wanted, _result, call) {
      return chaosProgress(await findMade<Chaos>(makingOf(wanted, call), call));
    },

    undo: (wanted, result) => undoMade(kind, wanted, result),
  };
}
