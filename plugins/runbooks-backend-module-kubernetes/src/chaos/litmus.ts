import type { Observation } from '@ghostlight/plugin-runbooks-node';
import {
  addressOf,
  labelSelectorOf,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction, WriteCall } from '../action/KubernetesAction';
import { kinds } from '../action/kinds';
import { Refusal } from '../action/Refusal';
import { say } from '../action/say';
import { checkInstalled } from '../look/installed';
import { findDeployment } from '../target/findDeployment';
import {
  deploymentInput,
  objectName,
  type DeploymentInput,
} from '../target/targetInput';
import { findMade, makeObject, readMade } from '../write/makeObject';
import { undoMade } from '../write/undoMade';

const kind = 'chaosengines';

const pinned = z.object({
  cluster: z.string(),
  namespace: z.string(),
  experiment: z.string(),
  serviceAccount: z.string(),
  labels: z.string(),
  env: z.record(z.string(), z.string()),
});

type Pinned = z.output<typeof pinned>;

interface Engine extends KubeObject {
  status?: {
    engineStatus?: string;
    experiments?: { name: string; verdict?: string }[];
  };
}

interface Input extends DeploymentInput {
  experiment: string;
  serviceAccount: string;
  seconds: number;
  podsPercent: number;
  env: Record<string, string>;
}

/** Runs an experiment of Litmus that is installed in the namespace. */
export const litmus: KubernetesAction<Input, Pinned> = {
  id: 'litmus:run',
  title: 'Run an experiment of Litmus',
  description:
    'Runs a ChaosExperiment that is installed in the namespace, by a ChaosEngine',
  input: z.strictObject({
    ...deploymentInput,
    experiment: objectName.describe('Name of a ChaosExperiment: pod-delete'),
    serviceAccount: objectName.describe('That Litmus runs it with'),
    seconds: z.number().int().min(1).max(3600).default(60),
    podsPercent: z
      .number()
      .int()
      .min(1)
      .max(100)
      .default(50)
      .describe('Of the pods, at most'),
    env: z
      .record(z.string().regex(/^[A-Z][A-Z0-9_]{0,60}$/), z.string().max(500))
      .default({})
      .describe('More settings of the experiment; no secrets'),
  }),
  pinned,
  reads: ['Deployment', 'ChaosExperiment'],
  changes: ['ChaosEngine'],
  reversible: true,
  makesFaults: true,
  timeout: 75 * 60_000,

  async plan(input, call) {
    const { signal } = call;
    const found = await findDeployment(input, call);
    const { client, object, namespace, cluster, target, title } = found;
    await checkInstalled(client, [kind, 'chaosexperiments'], signal);
    const { experiment, serviceAccount, seconds, podsPercent } = input;
    const known = await client.find<KubeObject>(
      addressOf(kinds.chaosexperiments, namespace, experiment),
      { signal },
    );
    if (!known)
      throw Refusal.of(
        'no-experiment',
        `There is no ChaosExperiment ${experiment} in namespace ${namespace} of ${cluster}`,
        { experiment, namespace, cluster },
      );
    return {
      client,
      target,
      title: say(
        'litmus',
        `Run experiment ${experiment} on ${title} in ${namespace} (${cluster}) for ${seconds} s`,
        { experiment, title, namespace, cluster, seconds },
      ),
      changes: [{ label: experiment, to: `${podsPercent} % of the pods` }],
      undo: say('remove-it', 'Remove the ChaosEngine', { kind: 'ChaosEngine' }),
      share: podsPercent / 100,
      healthyShare: 1 - podsPercent / 100,
      refusals: [],
      needs: [{ verb: 'create', kind, namespace }],
      pinned: {
        cluster,
        namespace,
        experiment,
        serviceAccount,
        labels: labelSelectorOf(object.spec.selector),
        env: {
          ...input.env,
          TOTAL_CHAOS_DURATION: String(seconds),
          PODS_AFFECTED_PERC: String(podsPercent),
        },
      },
    };
  },

  write(wanted, call) {
    const { namespace, experiment, serviceAccount, labels, env } = wanted;
    return makeObject(
      makingOf(wanted, call),
      {
        engineState: 'active',
        appinfo: {
          appns: namespace,
          applabel: labels,
          appkind: 'deployment',
        },
        chaosServiceAccount: serviceAccount,
        experiments: [
          {
            name: experiment,
            spec: {
              components: {
                env: Object.entries(env).map(([name, value]) => ({
                  name,
                  value,
                })),
              },
            },
          },
        ],
      },
      call,
    );
  },

  readBack: (wanted, call) => readMade(makingOf(wanted, call), call),

  async observe(wanted, _result, call) {
    return progressOf(await findMade<Engine>(makingOf(wanted, call), call));
  },

  undo: (wanted, result) => undoMade(kind, wanted, result),
};

function makingOf(
  { cluster, namespace }: Pinned,
  { clusters }: Pick<WriteCall, 'clusters'>,
) {
  return { client: clusters.client(cluster), kind, namespace } as const;
}

function progressOf(engine: Engine | undefined): Observation {
  if (!engine) return { state: 'failed', text: 'The experiment was deleted' };
  const { engineStatus, experiments = [] } = engine.status ?? {};
  const verdict = experiments[0]?.verdict ?? '';
  switch (engineStatus) {
    case 'completed':
      return verdict === 'Pass'
        ? { state: 'done', text: 'Litmus says: Pass', result: { verdict } }
        : {
            state: 'failed',
            text: `Litmus says: ${verdict.slice(0, 60) || 'no verdict'}`,
          };
    case 'stopped':
      return { state: 'failed', text: 'Somebody stopped the experiment' };
    default:
      return { state: 'progressing', text: 'Litmus runs the experiment' };
  }
}
