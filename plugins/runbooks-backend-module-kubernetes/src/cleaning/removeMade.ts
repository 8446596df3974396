import {
  addressOf,
  hasStatus,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { say } from '../action/say';
import { findClient, findNamespace } from '../target/findPlace';
import {
  objectName,
  pinnedPlace,
  placeInput,
  type PlaceInput,
} from '../target/targetInput';
import { madeBy, madeLabel } from '../write/madeName';

const makeable = z.enum([
  'destinationrules',
  'envoyfilters',
  'networkchaos',
  'podchaos',
  'chaosengines',
]);

const pinned = z.object({ ...pinnedPlace, kind: makeable });

interface Input extends PlaceInput {
  kind: z.output<typeof makeable>;
  name: string;
  uid: string;
}

/** Takes back what another action made. It is no mistake when that is gone by itself. */
export const removeMade: KubernetesAction<Input, z.output<typeof pinned>> = {
  id: 'kubernetes:remove-made',
  title: 'Remove what an action made',
  description:
    'Deletes an experiment, filter or rule that another action made; nothing else',
  input: z.strictObject({
    ...placeInput,
    kind: makeable,
    name: objectName,
    uid: z.string().max(100),
  }),
  pinned,
  reads: ['What was made'],
  changes: ['What was made'],
  reversible: false,

  async plan(input, call) {
    const client = findClient(input, call);
    const namespace = findNamespace(input, call, client);
    const cluster = client.cluster.name;
    const { kind, name, uid } = input;
    const title = titleOf(kind, name);
    const found = await client.find<KubeObject>(
      addressOf(kinds[kind], namespace, name),
      { signal: call.signal },
    );
    const there = found?.metadata.uid === uid;
    const ours = found?.metadata.labels?.[madeLabel] === madeBy;
    return {
      client,
      target: `${kinds[kind].kind.toLowerCase()}/${namespace}/${name}`,
      title: say(
        'remove-made',
        `Remove ${title} in ${namespace} (${cluster})`,
        { title, namespace, cluster },
      ),
      changes: there ? [{ label: title, from: 'there', to: '(deleted)' }] : [],
      refusals:
        there && !ours
          ? [say('not-ours', `${title} was not made here`, { title })]
          : [],
      needs: [{ verb: 'delete', kind, namespace, name }],
      pinned: { cluster, namespace, kind, name, uid },
    };
  },

  async write({ cluster, namespace, kind, name, uid }, call) {
    const { signal, dryRun } = call;
    const client = call.clusters.client(cluster);
    const path = addressOf(kinds[kind], namespace, name);
    const found = await client.find<KubeObject>(path, { signal });
    if (found?.metadata.uid !== uid)
      return { state: 'applied', result: { gone: true } };
    if (found.metadata.labels?.[madeLabel] !== madeBy)
      return {
        state: 'refused',
        error: `${titleOf(kind, name)} was not made here`,
      };
    try {
      await client.delete(path, { uid }, { signal, dryRun });
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
    }
    return { state: 'applied', result: { gone: true } };
  },

  async readBack({ cluster, namespace, kind, name, uid }, call) {
    const found = await call.clusters
      .client(cluster)
      .find<KubeObject>(addressOf(kinds[kind], namespace, name), call);
    return found?.metadata.uid === uid && !found.metadata.deletionTimestamp
      ? { state: 'absent' }
      : { state: 'applied', result: { gone: true } };
  },

  /** What was injected is taken back before it goes. */
  async observe({ cluster, namespace, kind, name, uid }, _result, call) {
    const found = await call.clusters
      .client(cluster)
      .find<KubeObject>(addressOf(kinds[kind], namespace, name), call);
    return found?.metadata.uid === uid
      ? { state: 'progressing', text: `${titleOf(kind, name)} is ending` }
      : { state: 'done', text: `${titleOf(kind, name)} is gone` };
  },
};
