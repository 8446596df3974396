import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import {
  lastManager,
  type TemplateOwner,
} from '@ghostlight/reliability-kubernetes';
import { versionOf } from '../describe/templates';
import { starterOf } from '../describe/whoChanged';
import type { Past } from './history';
import { hintsOf, type Workload } from './Workload';

/** Autoscalers do this all day. */
const autoscaler =
  /^(kube-controller-manager|horizontal-pod-autoscaler|keda|vpa)/;

/** Another number of pods, when a person or pipeline asked for it. */
export function reportScale<T extends TemplateOwner>(
  workload: Workload<T>,
  current: Past,
  from: number,
): ChangeReport | undefined {
  const { client, kind, owner } = workload;
  const { metadata } = owner;
  const to = kind.replicasOf(owner);
  const last = lastManager(metadata, ['spec', 'replicas']);
  if (last && autoscaler.test(last.manager)) return undefined;
  const at = last?.at ?? Date.parse(metadata.creationTimestamp ?? '');
  return {
    key: `${client.cluster.name}/${metadata.uid}/scale-${
      metadata.generation ?? 0
    }`,
    kind: 'scale',
    title: `${metadata.name} from ${from} to ${to} pods`,
    ...hintsOf(workload, current.template),
    version: versionOf(current.template, metadata.annotations),
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
