import type { JsonObject } from '@backstage/types';
import type { ActOutcome } from '@ghostlight/plugin-delivery-node';
import {
  KubeError,
  type KubeObject,
  apiVersionOf,
  hasAction,
  rolloutLabel,
} from '@ghostlight/reliability-kubernetes';
import { withAction } from '../describe/annotations';
import { kinds } from '../kube/paths';
import { locate, type EffectCall, type ObjectRef } from './Effect';

/** Makes an object that a rollout will remove. One that is there already is ours by its action id, or refused. */
export async function makeObject(
  ref: ObjectRef,
  made: {
    rollout: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    spec: JsonObject;
    reason: string;
  },
  call: EffectCall,
): Promise<ActOutcome> {
  const { client, path, collection, title } = locate(ref, call);
  const { actionId, signal, dryRun } = call;
  const body = {
    apiVersion: apiVersionOf(kinds[ref.kind]),
    kind: kinds[ref.kind].kind,
    metadata: {
      name: ref.name,
      namespace: ref.namespace,
      labels: { ...made.labels, [rolloutLabel]: made.rollout },
      annotations: withAction(made.annotations, {
        id: actionId,
        reason: made.reason,
      }),
    },
    spec: made.spec,
  };
  try {
    const { metadata } = await client.create<KubeObject>(collection, body, {
      signal,
      dryRun,
    });
    return { state: 'applied', result: { uid: metadata.uid } };
  } catch (error) {
    if (!(error instanceof KubeError) || !error.refused) throw error;
    if (error.status !== 409) return { state: 'refused', error: error.message };
    const there = await client.find(path, { signal });
    return hasAction(there?.metadata.annotations, actionId)
      ? { state: 'applied', result: { uid: there!.metadata.uid } }
      : {
          state: 'refused',
          error: `${title} is there already: ${error.message}`,
        };
  }
}
