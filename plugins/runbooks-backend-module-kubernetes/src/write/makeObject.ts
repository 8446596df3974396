import type { JsonObject } from '@backstage/types';
import type { ActOutcome, ReadBack } from '@ghostlight/plugin-runbooks-node';
import {
  addressOf,
  apiVersionOf,
  hasAction,
  hasStatus,
  rememberAction,
  type KubeClient,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import type { WriteCall } from '../action/KubernetesAction';
import { kinds, type KindName } from '../action/kinds';
import { madeBy, madeLabel, madeName } from './madeName';

/** Where something is to be made. */
export interface Making {
  client: KubeClient;
  kind: KindName;
  namespace: string;
}

/** Makes an object whose name comes of the action id. One that is there already by that id is it. */
export async function makeObject(
  making: Making,
  spec: JsonObject,
  call: WriteCall,
): Promise<ActOutcome> {
  const { client, kind, namespace } = making;
  const { actionId, signal, dryRun } = call;
  const name = madeName(actionId);
  const body = {
    apiVersion: apiVersionOf(kinds[kind]),
    kind: kinds[kind].kind,
    metadata: {
      name,
      namespace,
      labels: { [madeLabel]: madeBy },
      annotations: rememberAction(undefined, actionId),
    },
    spec,
  };
  try {
    const made = await client.create<KubeObject>(
      addressOf(kinds[kind], namespace),
      body,
      { signal, dryRun },
    );
    if (!dryRun) call.output(`Made ${kinds[kind].kind} ${name}`);
    return { state: 'applied', result: resultOf(made) };
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
    const there = await findMade(making, call);
    if (there) return { state: 'applied', result: resultOf(there) };
    throw error;
  }
}

/** Whether the object of an action is there, or was made and has gone since: only the first can be told. */
export async function readMade(
  making: Making,
  call: WriteCall,
): Promise<ReadBack> {
  const there = await findMade(making, call);
  return there
    ? { state: 'applied', result: resultOf(there) }
    : { state: 'absent' };
}

/** The object that an action made, if it is there. */
export async function findMade<T extends KubeObject>(
  { client, kind, namespace }: Making,
  { actionId, signal }: WriteCall,
): Promise<T | undefined> {
  const path = addressOf(kinds[kind], namespace, madeName(actionId));
  const found = await client.find<T>(path, { signal });
  return hasAction(found?.metadata.annotations, actionId) ? found : undefined;
}

function resultOf({ metadata: { name, uid } }: KubeObject): JsonObject {
  return { name, uid };
}
