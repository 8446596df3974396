import { z } from 'zod';
import { say } from '../action/say';
import { chaosInput, createChaos } from './createChaos';

/** Makes the network of some pods slow or lossy for a while. */
export const network = createChaos({
  id: 'chaos-mesh:network',
  title: 'Slow or lossy network (Chaos Mesh)',
  description:
    'Adds latency or loss to what some pods send, for a while, by a NetworkChaos',
  kind: 'networkchaos',
  input: z.strictObject({
    ...chaosInput,
    latencyMs: z
      .number()
      .int()
      .min(1)
      .max(60_000)
      .optional()
      .describe('Milliseconds that each packet waits'),
    jitterMs: z.number().int().min(0).max(60_000).default(0),
    lossPercent: z
      .number()
      .gt(0)
      .max(100)
      .optional()
      .describe('Instead of latency: of the packets'),
  }),
  said(input, count, { title, namespace, cluster }) {
    const { latencyMs = 0, lossPercent = 0, seconds } = input;
    const params = { title, namespace, cluster, count, seconds };
    const where = `${count} pods of ${title} in ${namespace} (${cluster}) for ${seconds} s`;
    return latencyMs
      ? {
          title: say('network-latency', `Add ${latencyMs} ms to ${where}`, {
            ...params,
            latencyMs,
          }),
          fault: `${latencyMs} ms of latency`,
        }
      : {
          title: say(
            'network-loss',
            `Lose ${lossPercent} % of the packets of ${where}`,
            {
              ...params,
              lossPercent,
            },
          ),
          fault: `${lossPercent} % of loss`,
        };
  },
  refusals: ({ latencyMs, lossPercent }) =>
    (latencyMs === undefined) === (lossPercent === undefined)
      ? [say('network-what', 'Say either a latency or a loss')]
      : [],
  specOf: ({ latencyMs, jitterMs, lossPercent, seconds }) => ({
    ...(latencyMs
      ? {
          action: 'delay',
          delay: {
            latency: `${latencyMs}ms`,
            jitter: `${jitterMs}ms`,
            correlation: '0',
          },
        }
      : {
          action: 'loss',
          loss: { loss: String(lossPercent ?? 0), correlation: '0' },
        }),
    direction: 'to',
    duration: `${seconds}s`,
  }),
});
