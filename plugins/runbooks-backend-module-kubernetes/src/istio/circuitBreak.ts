import type { JsonObject } from '@backstage/types';
import { addressOf } from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { say } from '../action/say';
import { checkInstalled } from '../look/installed';
import { findDeployment } from '../target/findDeployment';
import {
  deploymentInput,
  objectName,
  pinnedPlace,
  type DeploymentInput,
} from '../target/targetInput';
import { asJson, jsonObject } from '../write/asJson';
import { makeObject, readMade } from '../write/makeObject';
import { readAnnotated } from '../write/readAnnotated';
import { undoMade } from '../write/undoMade';
import { findService, hostOf, namesOf, type DestinationRule } from './findHost';
import { setTrafficPolicy } from './setTrafficPolicy';
import { withBreaker, type Breaking } from './trafficPolicy';

const pinned = z.discriminatedUnion('mode', [
  z.object({
    mode: z.literal('make'),
    cluster: z.string(),
    namespace: z.string(),
    host: z.string(),
    to: jsonObject,
  }),
  z.object({
    mode: z.literal('patch'),
    ...pinnedPlace,
    from: jsonObject.nullable(),
    to: jsonObject,
  }),
]);

type Pinned = z.output<typeof pinned>;

interface Input extends DeploymentInput, Breaking {
  service?: string;
}

/** Sets hosts that fail aside for a while, by Istio. */
export const circuitBreak: KubernetesAction<Input, Pinned> = {
  id: 'istio:circuit-break',
  title: 'Break the circuit (Istio)',
  description:
    'Sets pods aside that answer with errors, and bounds what they are sent, by a DestinationRule',
  input: z.strictObject({
    ...deploymentInput,
    service: objectName
      .optional()
      .describe('Default: the Service that leads to the Deployment'),
    consecutiveErrors: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(5)
      .describe('A pod is set aside after so many 5xx answers in a row'),
    intervalSeconds: z.number().int().min(1).max(3600).default(10),
    ejectSeconds: z
      .number()
      .int()
      .min(1)
      .max(3600)
      .default(30)
      .describe('For so long the first time'),
    maxEjectedPercent: z
      .number()
      .int()
      .min(1)
      .max(100)
      .default(50)
      .describe('So many of the pods at most'),
    maxConnections: z.number().int().min(1).max(1_000_000).optional(),
    maxPendingRequests: z.number().int().min(1).max(1_000_000).optional(),
  }),
  pinned,
  reads: ['Deployment', 'Services', 'DestinationRules'],
  changes: ['DestinationRule'],
  reversible: true,

  async plan(input, call) {
    const { signal } = call;
    const found = await findDeployment(input, call);
    const { client, namespace, cluster, target } = found;
    await checkInstalled(client, ['destinationrules'], signal);
    const service = await findService(found, input.service, signal);
    const host = hostOf(service, namespace);
    const { items } = await client.list<DestinationRule>(
      addressOf(kinds.destinationrules, namespace),
      { signal },
    );
    const rules = items.filter(({ spec }) =>
      namesOf(service, namespace).includes(spec?.host ?? ''),
    );
    const rule = rules.at(0);
    const from: JsonObject | null = rule?.spec?.trafficPolicy ?? null;
    const to = withBreaker(from, input);
    const name = rule?.metadata.name ?? '';
    const title = titleOf('destinationrules', name);
    return {
      client,
      target,
      title: say(
        'circuit-break',
        `Set pods of ${host} aside after ${input.consecutiveErrors} errors in a row (${cluster})`,
        { host, cluster, errors: input.consecutiveErrors },
      ),
      changes: (['outlierDetection', 'connectionPool'] as const)
        .filter(field => to[field] !== undefined)
        .map(field => ({
          label: field,
          ...(from?.[field] && { from: JSON.stringify(from[field]) }),
          to: JSON.stringify(to[field]),
        })),
      undo: rule
        ? say('circuit-back', `Give ${title} its old policy back`, { title })
        : say('remove-it', 'Remove the DestinationRule', {
            kind: 'DestinationRule',
          }),
      share: 0,
      refusals:
        rules.length > 1
          ? [
              say(
                'several-rules',
                `Several DestinationRules are for ${host}: only the oldest of them holds`,
                { host },
              ),
            ]
          : [],
      needs: [
        rule
          ? { verb: 'patch', kind: 'destinationrules', namespace, name }
          : { verb: 'create', kind: 'destinationrules', namespace },
      ],
      pinned: rule
        ? {
            mode: 'patch',
            cluster,
            namespace,
            name,
            uid: rule.metadata.uid,
            from: from && asJson(from),
            to: asJson(to),
          }
        : { mode: 'make', cluster, namespace, host, to: asJson(to) },
    };
  },

  write: (wanted, call) =>
    wanted.mode === 'patch'
      ? setTrafficPolicy(wanted, wanted, call)
      : makeObject(
          makingOf(wanted, call.clusters),
          { host: wanted.host, trafficPolicy: wanted.to },
          call,
        ),

  readBack: (wanted, call) =>
    wanted.mode === 'patch'
      ? readAnnotated('destinationrules', wanted, call)
      : readMade(makingOf(wanted, call.clusters), call),

  undo(wanted, result) {
    if (wanted.mode === 'make')
      return undoMade('destinationrules', wanted, result);
    const { mode, ...restore } = wanted;
    return { action: 'istio:restore-traffic-policy', input: asJson(restore) };
  },
};

function makingOf(
  { cluster, namespace }: { cluster: string; namespace: string },
  clusters: {
    client(name: string): Parameters<typeof makeObject>[0]['client'];
  },
) {
  return {
    client: clusters.client(cluster),
    kind: 'destinationrules' as const,
    namespace,
  };
}
