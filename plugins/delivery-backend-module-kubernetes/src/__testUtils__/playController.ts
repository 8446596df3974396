import type { KubeObject as Seed } from '@ghostlight/theatre';
import type {
  Deployment,
  KubeClient,
  ReplicaSet,
} from '@ghostlight/reliability-kubernetes';
import { asJson, templateDigest } from '../describe/templates';
import { pathOf } from '../kube/paths';
import { namespace } from './shop';

const revision = 'deployment.kubernetes.io/revision';

/** Plays the deployment controller where there is none, through the API: one look at payments. */
export async function playController(client: KubeClient): Promise<void> {
  const path = pathOf('deployments', namespace, 'payments');
  const deployment = await client.get<Deployment>(path);
  const { items } = await client.list<ReplicaSet>(
    pathOf('replicasets', namespace),
  );
  const numbers = items.map(({ metadata }) =>
    Number(metadata.annotations?.[revision] ?? 0),
  );
  const digest = templateDigest(deployment.spec.template);
  const known = items.find(set => templateDigest(set.spec.template) === digest);
  const newest = Math.max(0, ...numbers);
  const before = Number(known?.metadata.annotations?.[revision] ?? 0);
  const number = known && before === newest ? before : newest + 1;
  const { name, uid, annotations, generation } = deployment.metadata;
  const noted = { ...annotations, [revision]: String(number) };
  const hash = digest.slice(0, 9);
  if (!known) {
    const { template, selector } = deployment.spec;
    const labels = { ...template.metadata?.labels, 'pod-template-hash': hash };
    await client.create(pathOf('replicasets', namespace), {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: `${name}-${hash}`,
        namespace,
        labels,
        annotations: noted,
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name,
            uid,
            controller: true,
          },
        ],
      },
      spec: {
        replicas: 0,
        selector: {
          matchLabels: { ...selector.matchLabels, 'pod-template-hash': hash },
        },
        template: asJson({
          ...template,
          metadata: { ...template.metadata, labels },
        }),
      },
    });
  } else if (number !== before) {
    await client.patch(pathOf('replicasets', namespace, known.metadata.name), {
      metadata: {
        annotations: {
          ...noted,
          'deployment.kubernetes.io/revision-history': String(before),
        },
      },
    });
  }
  await client.patch(path, { metadata: { annotations: noted } });
  await client.patch(`${path}/status`, {
    status: {
      observedGeneration: generation ?? 0,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      conditions: [
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          message: `ReplicaSet "${name}-${hash}" has successfully progressed.`,
          lastUpdateTime: '2026-11-21T10:00:00Z',
          lastTransitionTime: '2026-11-21T10:00:00Z',
        },
      ],
    },
  });
}

/** Applies a Deployment, and lets the player roll it out. */
export async function play(
  client: KubeClient,
  wanted: Pick<Seed, 'apiVersion' | 'kind' | 'metadata' | 'spec'>,
): Promise<void> {
  const path = pathOf('deployments', namespace, wanted.metadata.name);
  const body = asJson(wanted);
  if (await client.find(path)) await client.patch(path, body);
  else await client.create(pathOf('deployments', namespace), body);
  await playController(client);
}
