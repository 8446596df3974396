import { z } from 'zod';
import { say } from '../action/say';
import { chaosInput, createChaos } from './createChaos';

/** Kills some pods, or keeps them from working for a while. */
export const pods = createChaos({
  id: 'chaos-mesh:pods',
  title: 'Failing pods (Chaos Mesh)',
  description:
    'Kills some pods, or keeps them from working for a while, by a PodChaos',
  kind: 'podchaos',
  input: z.strictObject({
    ...chaosInput,
    fault: z
      .enum(['kill', 'failure'])
      .default('kill')
      .describe('Killed once, or failing for the whole time'),
  }),
  said({ fault, seconds }, count, { title, namespace, cluster }) {
    const params = { title, namespace, cluster, count, seconds };
    const where = `${count} pods of ${title} in ${namespace} (${cluster})`;
    return fault === 'kill'
      ? { title: say('pods-kill', `Kill ${where}`, params), fault: 'killed' }
      : {
          title: say('pods-fail', `Let ${where} fail for ${seconds} s`, params),
          fault: `failing for ${seconds} s`,
        };
  },
  specOf: ({ fault, seconds }) =>
    fault === 'kill'
      ? { action: 'pod-kill', gracePeriod: 0 }
      : { action: 'pod-failure', duration: `${seconds}s` },
});
