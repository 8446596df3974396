import type { JsonObject, JsonValue } from '@backstage/types';
import { KubeError } from '../client/KubeError';
import type { KubeClient } from '../client/KubeClient';
import type { KubeObject } from '../client/types';

/** Others may write at the same time; so often is read again. */
const tries = 6;

/**
 * What is to be done with an object as it is.
 *
 * @public
 */
export type Decision =
  | { refuse: string }
  | { applied: JsonObject }
  | { patch: JsonPatchOperation[] };

/**
 * Of a JSON patch.
 *
 * @public
 */
export type JsonPatchOperation = {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: JsonValue;
};

/**
 * What became of a change. What is not known is thrown.
 *
 * @public
 */
export type ChangeOutcome =
  | { state: 'applied'; result?: JsonObject }
  | { state: 'refused'; error: string };

/**
 * Changes one object by one JSON patch, which holds only for the object that was decided upon: of this
 * uid, at this resourceVersion. When somebody was faster the object is read and decided upon anew, a few
 * times. What the server refuses is told in its words; when it is not known what became of the patch,
 * that is thrown.
 *
 * @public
 */
export async function changeObject<T extends KubeObject>(options: {
  client: KubeClient;
  path: string;
  title: string;
  signal: AbortSignal;
  dryRun?: boolean;
  /** The status, where the kind has it apart. */
  subresource?: 'status';
  decide(current: T): Decision | Promise<Decision>;
  resultOf?(changed: T): JsonObject;
}): Promise<ChangeOutcome> {
  const { client, path, title, signal, dryRun } = options;
  let conflict = '';
  let subresource = options.subresource;
  for (let turn = 0; turn < tries; turn++) {
    const current = await client.find<T>(path, { signal });
    if (!current)
      return {
        state: 'refused',
        error: `${title} is not there (any more) in ${client.cluster.name}`,
      };
    const decision = await options.decide(current);
    if ('refuse' in decision)
      return { state: 'refused', error: decision.refuse };
    if ('applied' in decision)
      return { state: 'applied', result: decision.applied };
    const { uid, resourceVersion } = current.metadata;
    try {
      const changed = await client.patch<T>(
        subresource ? `${path}/${subresource}` : path,
        [
          { op: 'test', path: '/metadata/uid', value: uid },
          // Not the version any more: a conflict, and nothing is changed.
          {
            op: 'replace',
            path: '/metadata/resourceVersion',
            value: resourceVersion,
          },
          ...decision.patch,
        ],
        { signal, dryRun },
      );
      const result = options.resultOf?.(changed);
      return { state: 'applied', ...(result && { result }) };
    } catch (error) {
      if (!(error instanceof KubeError) || !error.refused) throw error;
      if (error.status === 404 && subresource) {
        subresource = undefined;
        continue;
      }
      if (error.status !== 409)
        return { state: 'refused', error: error.message };
      conflict = error.message;
    }
  }
  return {
    state: 'refused',
    error: `${title} was changed by others each of ${tries} times: ${conflict}`,
  };
}
