import type { JsonValue } from '@backstage/types';
import type {
  ActOutcome,
  Observation,
  ReadBack,
} from '@ghostlight/plugin-delivery-node';
import { z } from 'zod';
import type { Clusters, KubeClient } from '@ghostlight/reliability-kubernetes';
import { kindNames, pathOf, titleOf } from '../kube/paths';

/** What an effect is given. */
export interface EffectCall {
  clusters: Clusters;
  actionId: string;
  signal: AbortSignal;
  dryRun?: boolean;
}

/** One way to change a cluster, from what a plan pinned. */
export interface Effect {
  write(pinned: unknown, call: EffectCall): Promise<ActOutcome>;
  readBack(pinned: unknown, call: EffectCall): Promise<ReadBack>;
  /** Whether what it made is up; without it that is so at once. */
  observe?(pinned: unknown, call: EffectCall): Promise<Observation>;
}

/** Any value of JSON. */
export const jsonSchema = z.custom<JsonValue>(value => value !== undefined);

/** Which object. */
export const objectSchema = z.object({
  cluster: z.string(),
  kind: z.enum(kindNames),
  namespace: z.string(),
  name: z.string(),
});

export type ObjectRef = z.output<typeof objectSchema>;

/** The object of a plan, to be asked. */
export function locate(
  { cluster, kind, namespace, name }: ObjectRef,
  { clusters }: EffectCall,
): { client: KubeClient; path: string; collection: string; title: string } {
  return {
    client: clusters.client(cluster),
    path: pathOf(kind, namespace, name),
    collection: pathOf(kind, namespace),
    title: titleOf(kind, name),
  };
}
