import { type Pod } from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction, WriteCall } from '../action/KubernetesAction';
import { Refusal } from '../action/Refusal';
import { say } from '../action/say';
import { checkInstalled } from '../look/installed';
import { podsOf } from '../look/pods';
import { findDeployment } from '../target/findDeployment';
import { deploymentInput, type DeploymentInput } from '../target/targetInput';
import { makeObject, readMade } from '../write/makeObject';
import { undoMade } from '../write/undoMade';
import { rateLimitSpec } from './rateLimitSpec';

const pinned = z.object({
  cluster: z.string(),
  namespace: z.string(),
  labels: z.record(z.string(), z.string()),
  requests: z.number().int(),
  seconds: z.number().int(),
});

type Pinned = z.output<typeof pinned>;

/** Lets each pod take so many requests and no more, by Istio. */
export const rateLimit: KubernetesAction<
  DeploymentInput & { requests: number; seconds: number },
  Pinned
> = {
  id: 'istio:rate-limit',
  title: 'Limit the rate (Istio)',
  description:
    'Lets each pod take so many requests and answers 429 to the rest, by an EnvoyFilter',
  input: z.strictObject({
    ...deploymentInput,
    requests: z
      .number()
      .int()
      .min(1)
      .max(10_000_000)
      .describe('For each pod, in the seconds below'),
    seconds: z.number().int().min(1).max(3600).default(1),
  }),
  pinned,
  reads: ['Deployment', 'ReplicaSets', 'Pods'],
  changes: ['EnvoyFilter'],
  reversible: true,

  async plan({ requests, seconds, ...input }, call) {
    const { signal } = call;
    const found = await findDeployment(input, call);
    const { client, object, namespace, cluster, title, target } = found;
    await checkInstalled(client, ['envoyfilters'], signal);
    const labels = object.spec.selector.matchLabels ?? {};
    if (!Object.keys(labels).length)
      throw Refusal.of(
        'no-labels',
        `${title} does not select its pods by labels alone`,
        { title },
      );
    const pods = await podsOf(client, object, signal);
    return {
      client,
      target,
      title: say(
        'rate-limit',
        `Let each pod of ${title} in ${namespace} (${cluster}) take ${requests} requests in ${seconds} s`,
        { title, namespace, cluster, requests, seconds },
      ),
      changes: [
        { label: 'requests', to: `${requests} in ${seconds} s for each pod` },
      ],
      undo: say('remove-it', 'Remove the EnvoyFilter', { kind: 'EnvoyFilter' }),
      share: 0,
      refusals: pods.some(hasProxy)
        ? []
        : [
            say('no-proxy', `No pod of ${title} has a proxy of Istio`, {
              title,
            }),
          ],
      needs: [{ verb: 'create', kind: 'envoyfilters', namespace }],
      pinned: { cluster, namespace, labels, requests, seconds },
    };
  },

  write: (wanted, call) =>
    makeObject(
      makingOf(wanted, call),
      rateLimitSpec(wanted.labels, wanted),
      call,
    ),

  readBack: (wanted, call) => readMade(makingOf(wanted, call), call),

  undo: (wanted, result) => undoMade('envoyfilters', wanted, result),
};

function makingOf(
  { cluster, namespace }: Pinned,
  { clusters }: Pick<WriteCall, 'clusters'>,
) {
  return {
    client: clusters.client(cluster),
    kind: 'envoyfilters' as const,
    namespace,
  };
}

/** In newer versions it is an init container that goes on running. */
function hasProxy({ spec }: Pod): boolean {
  return [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].some(
    ({ name }) => name === 'istio-proxy',
  );
}
