import type { ActOutcome, ReadBack } from '@ghostlight/plugin-runbooks-node';
import {
  addressOf,
  KubeError,
  type KubeClient,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { WriteCall } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';

const shown = 3;

/** Exactly what is removed, as it was when it was planned. */
export const itemSchema = z.object({
  kind: z.enum(['pods', 'jobs', 'replicasets']),
  name: z.string(),
  uid: z.string(),
  /** Left out for what changes by itself all the time. */
  resourceVersion: z.string().optional(),
});

export type Item = z.output<typeof itemSchema>;

/** Things of one namespace. */
export interface Removal {
  client: KubeClient;
  namespace: string;
  items: Item[];
}

/**
 * Deletes each of the items that still is what was planned for. What is gone counts as done; what was
 * changed meanwhile is left, and told. Refused only when nothing was done by this or an earlier call.
 */
export async function removeAll(
  { client, namespace, items }: Removal,
  call: WriteCall,
): Promise<ActOutcome> {
  const { signal, dryRun } = call;
  const left: string[] = [];
  let gone = 0;
  for (const { kind, name, uid, resourceVersion } of items) {
    try {
      await client.delete(
        addressOf(kinds[kind], namespace, name),
        { uid, ...(resourceVersion && { resourceVersion }) },
        { signal, dryRun },
      );
      gone++;
      if (!dryRun) call.output(`Deleted ${titleOf(kind, name)}`);
    } catch (error) {
      if (!(error instanceof KubeError) || !error.refused) throw error;
      if (await isGone(client, addressOf(kinds[kind], namespace, name), uid))
        gone++;
      else left.push(`${titleOf(kind, name)} is left: ${error.message}`);
    }
  }
  if (left.length && !gone)
    return { state: 'refused', error: left.slice(0, shown).join('; ') };
  for (const line of left) call.output(line);
  return { state: 'applied', result: { gone, left: left.length } };
}

/** Also when another object has the name by now. What cannot be asked is taken to be there. */
async function isGone(
  client: KubeClient,
  path: string,
  uid: string,
): Promise<boolean> {
  try {
    return (await client.find<KubeObject>(path))?.metadata.uid !== uid;
  } catch (error) {
    if (error instanceof KubeError) return false;
    throw error;
  }
}

/** Which of the items are still there and not ending. */
export async function findLeft(
  { client, namespace, items }: Removal,
  { signal }: WriteCall,
): Promise<Item[]> {
  const present = new Set<string>();
  for (const kind of new Set(items.map(item => item.kind))) {
    const list = await client.list<KubeObject>(
      addressOf(kinds[kind], namespace),
      { signal },
    );
    for (const { metadata } of list.items)
      if (!metadata.deletionTimestamp) present.add(metadata.uid);
  }
  return items.filter(({ uid }) => present.has(uid));
}

/** Applied when all are gone; what is left may be asked for again, since the uids are pinned. */
export async function readRemoved(
  removal: Removal,
  call: WriteCall,
): Promise<ReadBack> {
  const left = await findLeft(removal, call);
  return left.length
    ? { state: 'absent' }
    : { state: 'applied', result: { gone: removal.items.length, left: 0 } };
}
