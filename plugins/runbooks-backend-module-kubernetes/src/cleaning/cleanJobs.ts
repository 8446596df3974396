import {
  addressOf,
  type Condition,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import { kinds } from '../action/kinds';
import { say } from '../action/say';
import { cleaningInput, createCleaning } from './createCleaning';

interface Job extends KubeObject {
  status?: {
    completionTime?: string;
    conditions?: Condition[];
  };
}

/** Removes Jobs that are over. */
export const cleanJobs = createCleaning({
  id: 'kubernetes:clean-jobs',
  title: 'Clean up Jobs',
  description: 'Deletes Jobs that failed, or are over, and their pods',
  input: z.strictObject({
    ...cleaningInput,
    state: z
      .enum(['failed', 'finished'])
      .default('failed')
      .describe('Only failed ones, or succeeded ones as well'),
  }),
  kinds: ['jobs'],
  said: (count, { namespace, cluster }) =>
    say(
      'clean-jobs',
      `Delete ${count} finished Jobs in ${namespace} (${cluster})`,
      { count, namespace, cluster },
    ),
  async find({ state }, { client, namespace, query, signal }) {
    const { items } = await client.list<Job>(addressOf(kinds.jobs, namespace), {
      query,
      signal,
    });
    const ends = state === 'failed' ? ['Failed'] : ['Failed', 'Complete'];
    return items.flatMap(({ metadata, status }) => {
      const end = status?.conditions?.find(
        ({ type, status: holds }) => holds === 'True' && ends.includes(type),
      );
      const since = Date.parse(
        status?.completionTime ?? end?.lastTransitionTime ?? '',
      );
      if (!end || !since || metadata.deletionTimestamp) return [];
      const { name, uid, resourceVersion } = metadata;
      const what = end.type === 'Failed' ? 'failed' : 'succeeded';
      return [
        { kind: 'jobs' as const, name, uid, resourceVersion, what, since },
      ];
    });
  },
});
