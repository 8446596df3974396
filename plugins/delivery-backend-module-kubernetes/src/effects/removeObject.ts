import { z } from 'zod';
import { KubeError, rolloutLabel } from '@ghostlight/reliability-kubernetes';
import { locate, objectSchema, type Effect } from './Effect';
import { unknown } from './readAction';

const schema = z.object({
  op: z.literal('remove'),
  object: objectSchema,
  /** Only what this rollout made is removed. */
  rollout: z.string(),
});

export type RemoveObject = z.output<typeof schema>;

/** Removes what a rollout made; there is nothing to do when it is gone. */
export const removeObject: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    const { client, path } = locate(wanted.object, call);
    const { signal, dryRun } = call;
    const there = await client.find(path, { signal });
    if (!there) return { state: 'applied', result: { gone: true } };
    const { uid, labels } = there.metadata;
    // Somebody else's: the rollout never got so far as to make its own.
    if (labels?.[rolloutLabel] !== wanted.rollout)
      return { state: 'applied', result: { gone: true } };
    try {
      await client.delete(path, { uid }, { signal, dryRun });
      return { state: 'applied', result: { uid } };
    } catch (error) {
      if (!(error instanceof KubeError) || !error.refused) throw error;
      return error.status === 404
        ? { state: 'applied', result: { gone: true } }
        : { state: 'refused', error: error.message };
    }
  },

  async readBack(pinned, call) {
    const wanted = schema.parse(pinned);
    const { client, path } = locate(wanted.object, call);
    try {
      const there = await client.find(path, call);
      return there?.metadata.labels?.[rolloutLabel] === wanted.rollout
        ? { state: 'absent' }
        : { state: 'applied', result: { gone: true } };
    } catch (error) {
      return unknown(error);
    }
  },
};
