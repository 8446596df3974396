import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { versionOf } from '../describe/templates';
import { lastManager, starterOf } from '../describe/whoChanged';
import type { KubeClient } from '../kube/KubeClient';
import type { Deployment } from '../kube/types';
import { hintsOf } from './reportRevision';

/** Autoscalers do this all day. */
const autoscaler =
  /^(kube-controller-manager|horizontal-pod-autoscaler|keda|vpa)/;

/** Another number of pods, when a person or pipeline asked for it. */
export function reportScale(
  client: KubeClient,
  deployment: Deployment,
  from: number,
): ChangeReport | undefined {
  const { metadata, spec } = deployment;
  const to = spec.replicas ?? 1;
  const last = lastManager(metadata, ['spec', 'replicas']);
  if (last && autoscaler.test(last.manager)) return undefined;
  const at = last?.at ?? Date.parse(metadata.creationTimestamp ?? '');
  return {
    key: `${client.cluster.name}/${metadata.uid}/scale-${
      metadata.generation ?? 0
    }`,
    kind: 'scale',
    title: `${metadata.name} from ${from} to ${to} pods`,
    ...hintsOf(client, deployment),
    version: versionOf(spec.template, metadata.annotations),
    startedAt: at,
    finishedAt: at,
    outcome: 'succeeded',
    startedBy: starterOf(last?.manager),
    values: [
      {
        kind: 'replicas',
        label: 'replicas',
        path: '/spec/replicas',
        from: String(from),
        to: String(to),
      },
    ],
  };
}
