import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import {
  whereaboutsOf,
  type KubeClient,
} from '@ghostlight/reliability-kubernetes';
import { z, type ZodType } from 'zod';
import type { KubernetesAction, PlanCall } from '../action/KubernetesAction';
import { kinds, titleOf, type KindName } from '../action/kinds';
import { say } from '../action/say';
import { findClient, findNamespace } from '../target/findPlace';
import { placeInput, type PlaceInput } from '../target/targetInput';
import {
  itemSchema,
  readRemoved,
  removeAll,
  type Item,
} from '../write/removeAll';

const pinned = z.object({
  cluster: z.string(),
  namespace: z.string(),
  items: z.array(itemSchema).max(100),
});

/** What all cleaning is told. */
export interface CleaningInput extends PlaceInput {
  selector?: string;
  olderThanMinutes: number;
  most: number;
}

export const cleaningInput = {
  ...placeInput,
  selector: z
    .string()
    .max(500)
    .optional()
    .describe('Label selector. Default: that of the entity, if there is one'),
  olderThanMinutes: z
    .number()
    .min(1)
    .max(525_600)
    .default(60)
    .describe('Only what has been over for so long'),
  most: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .describe('So many at most'),
};

/** Something that can be cleaned away. */
export interface Waste extends Item {
  /** Why: `failed`. */
  what: string;
  /** Since when it is waste, epoch milliseconds. */
  since: number;
}

/** Where to look. */
export interface CleaningPlace {
  client: KubeClient;
  namespace: string;
  query: Record<string, string>;
  signal: AbortSignal;
}

/** Removes what is over and serves nothing any more: the oldest first, each only as it was seen. */
export function createCleaning<Input extends CleaningInput>(how: {
  id: string;
  title: string;
  description: string;
  input: ZodType<Input>;
  kinds: KindName[];
  said(count: number, where: { namespace: string; cluster: string }): Sentence;
  find(input: Input, place: CleaningPlace): Promise<Waste[]>;
}): KubernetesAction<Input, z.output<typeof pinned>> {
  return {
    id: how.id,
    title: how.title,
    description: how.description,
    input: how.input,
    pinned,
    reads: how.kinds.map(kind => `${kinds[kind].kind}s`),
    changes: how.kinds.map(kind => `${kinds[kind].kind}s`),
    reversible: false,

    async plan(input, call) {
      const client = findClient(input, call);
      const namespace = findNamespace(input, call, client);
      const cluster = client.cluster.name;
      const latest = call.now() - input.olderThanMinutes * 60_000;
      const found = await how.find(input, {
        client,
        namespace,
        query: queryOf(input, call),
        signal: call.signal,
      });
      const waste = found
        .filter(({ since }) => since <= latest)
        .sort((one, other) => one.since - other.since)
        .slice(0, input.most);
      return {
        client,
        target: `namespace/${namespace}`,
        title: how.said(waste.length, { namespace, cluster }),
        changes: waste.map(({ kind, name, what }) => ({
          label: titleOf(kind, name),
          from: what,
          to: '(deleted)',
        })),
        share: 0,
        refusals: waste.length
          ? []
          : [
              say('nothing-to-clean', 'There is nothing to clean up', {
                namespace,
                cluster,
              }),
            ],
        needs: how.kinds.map(kind => ({ verb: 'delete', kind, namespace })),
        pinned: {
          cluster,
          namespace,
          items: waste.map(({ what, since, ...item }) => item),
        },
      };
    },

    write: ({ cluster, ...removal }, call) =>
      removeAll({ client: call.clusters.client(cluster), ...removal }, call),

    readBack: ({ cluster, ...removal }, call) =>
      readRemoved({ client: call.clusters.client(cluster), ...removal }, call),
  };
}

function queryOf(
  { selector }: CleaningInput,
  { entity }: PlanCall,
): Record<string, string> {
  const labelSelector = selector ?? whereaboutsOf(entity).selector;
  return labelSelector ? { labelSelector } : {};
}
