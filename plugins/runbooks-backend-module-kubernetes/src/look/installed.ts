import type {
  KubeClient,
  KubeObject,
} from '@ghostlight/reliability-kubernetes';
import { kinds, type KindName } from '../action/kinds';
import { Refusal } from '../action/Refusal';

interface ResourceList extends KubeObject {
  resources?: { name: string }[];
}

/** @throws Refusal when the cluster does not have the custom resource */
export async function checkInstalled(
  client: KubeClient,
  names: KindName[],
  signal: AbortSignal,
): Promise<void> {
  for (const name of names) {
    const { group, version, plural, kind } = kinds[name];
    const list = await client.find<ResourceList>(`/apis/${group}/${version}`, {
      signal,
    });
    if (list?.resources?.some(resource => resource.name === plural)) continue;
    throw Refusal.of(
      'not-installed',
      `Cluster ${client.cluster.name} has no ${kind} (${group}/${version}): what acts on it is not installed there`,
      { cluster: client.cluster.name, kind, group },
    );
  }
}
